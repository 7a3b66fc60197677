/** How to cite the registry's records, in the forms that reference managers read. */
package org.offshelf.cite;
