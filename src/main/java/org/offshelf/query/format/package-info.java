/** Writes rows as files: NDJSON, CSV and XLSX, whatever the rows are of. */
package org.offshelf.query.format;
