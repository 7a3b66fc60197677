package org.offshelf.importing.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;

/** Lines outside of any list that look as if they belonged to one, so that no row gets lost unnoticed. */
final class Leftovers {

    private static final Pattern PIECES = Pattern.compile("[\\s，,、；;|｜（）()。]+");
    private static final int LONGEST = 300;

    private Leftovers() {
    }

    static List<RejectedRow> in(List<Line> lines) {
        return lines.stream().filter(line -> line.text().length() <= LONGEST && looksLikeRow(line.text()))
                .map(line -> new RejectedRow(line.place(), Texts.shortened(line.text()),
                        "The line looks like a row of a list and stands in none."))
                .toList();
    }

    /** Two of version, store and company. */
    private static boolean looksLikeRow(String text) {
        Set<Field> found = EnumSet.noneOf(Field.class);
        for (String piece : PIECES.split(text.strip())) {
            if (Content.isStore(piece)) {
                found.add(Field.STORE);
            } else if (Content.isVersion(piece) && piece.matches(".*\\d\\.\\d.*")) {
                found.add(Field.VERSION);
            } else if (Content.isSure(Field.DEVELOPER, piece) && piece.endsWith("公司")) {
                found.add(Field.DEVELOPER);
            }
        }
        return found.size() > 1;
    }
}
