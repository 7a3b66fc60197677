/** Counts revisions, records every change and reads the registry as it stood at an earlier revision. */
package org.offshelf.ledger;
