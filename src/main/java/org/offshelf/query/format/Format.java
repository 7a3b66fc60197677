package org.offshelf.query.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;

/** The representations of a list: JSON in pages, all others as rows, whole. */
public enum Format implements Representation {
    JSON(MediaType.APPLICATION_JSON, "JSON in an envelope, page by page"),
    NDJSON("application/x-ndjson", "one JSON object a line, the whole result"),
    CSV("text/csv;charset=utf-8;header=present", "comma-separated values (RFC 4180), the whole result"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel workbook, the whole result");

    private final MediaType mediaType;
    private final String description;

    Format(String mediaType, String description) {
        this.mediaType = MediaType.valueOf(mediaType);
        this.description = description;
    }

    /** Also what a file's name ends with. */
    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public MediaType mediaType() {
        return mediaType;
    }

    public String description() {
        return description;
    }

    /** Whether it is sent whole, row by row. */
    public boolean isRows() {
        return this != JSON;
    }

    /** Whether every row has the same flat columns. */
    public boolean isFlat() {
        return this == CSV || this == XLSX;
    }

    public static List<String> codes() {
        return Stream.of(values()).map(Format::code).toList();
    }
}
