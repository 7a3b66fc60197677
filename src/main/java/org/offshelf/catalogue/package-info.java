/** All collections together: entry document, field lists, status and the OpenAPI document. */
package org.offshelf.catalogue;
