/** Shows what is new to feed readers and calendars. */
package org.offshelf.feed;
