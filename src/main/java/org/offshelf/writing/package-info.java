/** How a request changes the record: who, on what condition, at most once, and what is answered. */
package org.offshelf.writing;
