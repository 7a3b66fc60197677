/** Tells what changed: the ledger in pages, as a stream and record by record, in the words of the API. */
package org.offshelf.changes;
