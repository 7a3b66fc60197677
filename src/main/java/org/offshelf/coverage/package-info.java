/** What is known to be missing: notices that exist and are not held, and rows of those that are. */
package org.offshelf.coverage;
