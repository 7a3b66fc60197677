package org.offshelf.cite;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes RIS: a line for each value, which nothing can escape. */
final class Ris {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd/");

    private Ris() {
    }

    static String write(Entry entry) {
        StringBuilder text = new StringBuilder();
        line(text, "TY", "DATA");
        line(text, "ID", entry.id());
        // A comma would make a family name of what stands before it.
        entry.authors().forEach(name -> line(text, "AU", name.replace(",", "，")));
        line(text, "TI", entry.title());
        line(text, "T2", Entry.CONTAINER);
        LocalDate issued = entry.issued();
        if (issued != null) {
            line(text, "PY", Integer.toString(issued.getYear()));
            line(text, "DA", DATE.format(issued));
        }
        line(text, "PB", Entry.PUBLISHER);
        line(text, "ET", "revision " + entry.revision());
        line(text, "LA", entry.language());
        line(text, "UR", entry.url());
        line(text, "Y2", DATE.format(entry.accessed()));
        line(text, "N1", entry.note());
        line(text, "ER", "");
        return text.toString();
    }

    private static void line(StringBuilder text, String tag, String value) {
        text.append(tag).append("  - ").append(Lines.single(value)).append("\r\n");
    }
}
