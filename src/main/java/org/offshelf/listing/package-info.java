/** Apps in stores: ordered removed, observed removed, restored. */
package org.offshelf.listing;
