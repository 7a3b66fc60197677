/** What is known to be missing, by the numbers of notices, the rows they declare, and surveys of what was published. */
package org.offshelf.coverage;
