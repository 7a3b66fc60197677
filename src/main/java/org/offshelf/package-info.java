/** The registry's entry point. */
package org.offshelf;
