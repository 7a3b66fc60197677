/** Search across collections, typeahead, lookup by id and match by name; keeps the terms of records up to date. */
package org.offshelf.search;
