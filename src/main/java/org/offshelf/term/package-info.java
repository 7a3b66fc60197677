/** What a text can be found by: folded spellings, words, character pairs and readings. */
package org.offshelf.term;
