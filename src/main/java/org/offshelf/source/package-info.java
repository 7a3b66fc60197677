/** The documents behind the facts. */
package org.offshelf.source;
