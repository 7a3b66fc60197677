/** An app's or operator's story in order, each event with its source. */
package org.offshelf.timeline;
