/** The versioned taxonomy of violations and the phrases regulators print for it. */
package org.offshelf.category;
