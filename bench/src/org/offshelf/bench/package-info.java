/** Makes registries of any size that are shaped like the real one, for measuring. */
package org.offshelf.bench;
