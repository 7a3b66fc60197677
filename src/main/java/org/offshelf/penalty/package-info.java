/** Fines and other penalties, and what operators answered. */
package org.offshelf.penalty;
