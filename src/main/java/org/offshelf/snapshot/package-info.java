/** The registry as files: immutable exports of a revision, what changed between them, and what catalogues need to know. */
package org.offshelf.snapshot;
