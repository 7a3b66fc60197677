/** Apps and operators: one identity behind many spellings. */
package org.offshelf.app;
