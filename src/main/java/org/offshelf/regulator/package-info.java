/** The authorities that act: ministries, administrations and their centres, as a tree. */
package org.offshelf.regulator;
