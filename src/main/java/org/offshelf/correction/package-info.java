/** What people say is wrong in the registry, by when they are answered, and what came of it. */
package org.offshelf.correction;
