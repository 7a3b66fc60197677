/** The grain everyone counts: one notice named one app for these problems. */
package org.offshelf.finding;
