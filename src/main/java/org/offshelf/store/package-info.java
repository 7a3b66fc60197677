/** App stores and other places apps are taken from, with their printed spellings. */
package org.offshelf.store;
