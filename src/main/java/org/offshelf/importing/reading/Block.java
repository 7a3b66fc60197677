package org.offshelf.importing.reading;

/** A piece of a document that stands by itself. */
public sealed interface Block permits Block.Line, Block.Picture, Table {

    /** Where it stands, in words such as {@code line 31}. */
    String place();

    /** @param heading set apart by the document as a heading */
    record Line(String text, boolean heading, String place) implements Block {
    }

    /** @param description what the document says about the picture; perhaps empty. Pictures themselves are not read. */
    record Picture(String description, String place) implements Block {
    }
}
