/** Who may write: accounts, their roles, and the trail of what they did. */
package org.offshelf.access;
