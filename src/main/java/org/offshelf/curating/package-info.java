/** The record's life after the notice: what became of it, corrections, retractions, merges and their undoing. */
package org.offshelf.curating;
