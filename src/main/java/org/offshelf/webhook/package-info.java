/** Tells those who asked for it of changes, by requests to their own addresses. */
package org.offshelf.webhook;
