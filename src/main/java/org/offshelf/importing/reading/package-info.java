/** Reads the documents regulators publish: from bytes to lines, tables and pictures, and from these to what a notice says. */
package org.offshelf.importing.reading;
