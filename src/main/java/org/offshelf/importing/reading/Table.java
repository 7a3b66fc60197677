package org.offshelf.importing.reading;

import java.util.List;

/**
 * A table as a grid: a merged cell stands in every place it covers. Rows may be of different length.
 *
 * @param brokenOff whether its last line ends in the middle, as an excerpt may
 */
public record Table(List<Row> rows, Origin origin, String place, boolean brokenOff) implements Block {

    Table(List<Row> rows, Origin origin, String place) {
        this(rows, origin, place, false);
    }

    public record Row(List<Cell> cells, String place) {
    }

    public record Cell(String text, Span span) {

        Cell(String text) {
            this(text, Span.OWN);
        }
    }

    /** Whether the text stands here, or comes from a merged cell that begins elsewhere. */
    public enum Span {
        OWN,
        ABOVE,
        LEFT
    }

    /** How the cells were told apart, and so what may have gone wrong with them. */
    public enum Origin {
        /** By the document: an empty cell is empty. */
        GRID(""),
        /** By quotes and commas. */
        CSV(","),
        /** By bars, which may also stand in a name. */
        PIPES("|"),
        /** By tabulators. */
        TABS(" "),
        /** By Chinese commas, in numbered lines. */
        COMMAS("，"),
        /** By spaces, which may also stand in a name. */
        SPACES(" "),
        /** One cell on each line. */
        LINES("\n");

        /** What stood between two pieces that turn out to be one cell. */
        final String joiner;

        Origin(String joiner) {
            this.joiner = joiner;
        }
    }
}
