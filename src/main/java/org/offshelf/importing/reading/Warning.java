package org.offshelf.importing.reading;

/** Something a curator should look at. */
public record Warning(Kind kind, String place, String message) {

    public enum Kind {
        /** The file is not what it was said to be, or had to be guessed at. */
        FORMAT,
        /** A picture, perhaps with rows in it, that cannot be read. */
        PICTURE,
        /** A table or line that looks like part of the list and was not understood. */
        NOT_UNDERSTOOD,
        /** A column whose heading is not known; its values are not kept. */
        UNKNOWN_COLUMN,
        /** A value that was taken from another row, or put together. */
        INFERRED,
        /** The document states another number than was found. */
        COUNT,
        /** A gap or repetition in the printed numbers. */
        NUMBERING,
        /** The row lacks what the others have. */
        INCOMPLETE
    }
}
