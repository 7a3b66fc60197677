/** Keeps what is asked within what can be answered: how much at once, and how much by whom. */
package org.offshelf.load;
