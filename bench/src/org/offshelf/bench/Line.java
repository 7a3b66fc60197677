package org.offshelf.bench;

import java.nio.charset.StandardCharsets;

import org.offshelf.ledger.Coded;

/** A row as {@code LOAD DATA} takes it: cells with tabs between them. */
final class Line {

    private final StringBuilder text = new StringBuilder(160);

    Line add(Object value) {
        if (text.length() > 0) {
            text.append('\t');
        }
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Number) {
            text.append(value);
        } else {
            escape(value instanceof Coded coded ? coded.code() : value.toString());
        }
        return this;
    }

    private void escape(String cell) {
        boolean isPlain = cell.indexOf('\\') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\t') < 0;
        text.append(isPlain ? cell : cell.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"));
    }

    /** With the line break. */
    byte[] bytes() {
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
