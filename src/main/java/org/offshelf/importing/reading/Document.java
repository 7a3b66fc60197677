package org.offshelf.importing.reading;

import java.util.List;

/**
 * A document without its format: what a reader sees, in order.
 *
 * @param title what the file itself says its title is, beside the text; perhaps null
 * @param date the same for its day of publication, as written there
 */
public record Document(Format format, String title, String date, List<Block> blocks, List<Warning> warnings) {

    Document(Format format, List<Block> blocks, List<Warning> warnings) {
        this(format, null, null, blocks, warnings);
    }
}
