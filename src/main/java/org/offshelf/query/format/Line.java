package org.offshelf.query.format;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

/** One row, as an object and as cells. */
public interface Line {

    void writeTo(JsonGenerator json) throws IOException;

    /**
     * One value for each column, by its kind: a string, a {@link java.time.LocalDate}, a {@link java.math.BigDecimal}, the text
     * of a JSON array; or null.
     */
    List<Object> cells();
}
