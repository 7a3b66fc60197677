package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;

/** Plain text: every line is one, and a page break is white space. */
final class TextReader {

    private TextReader() {
    }

    static Document read(String text, Budget budget, List<Warning> warnings) {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\n", -1)) {
            String place = "line " + ++number;
            budget.text(place, line.length());
            // A tabulator at either end is an empty column
            String own = line.replaceAll("^[ \\f\\x0b]+|[ \\f\\x0b]+$", "");
            if (!own.isBlank()) {
                blocks.add(new Block.Line(own, false, place));
            }
        }
        return new Document(Format.TEXT, List.copyOf(blocks), warnings);
    }
}
