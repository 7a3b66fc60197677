/** One declaration of fields per collection, and what follows from it: parameters, validation, SQL, paging and answers. */
package org.offshelf.query;
