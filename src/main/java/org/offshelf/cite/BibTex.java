package org.offshelf.cite;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes BibTeX, as UTF-8, with the fields of biblatex beside the classic ones. */
final class BibTex {

    /** Braces are named, because BibTeX counts them even behind a backslash. */
    private static final Map<Character, String> SPECIAL = Map.of('\\', "\\textbackslash{}", '{', "\\textbraceleft{}", '}',
            "\\textbraceright{}", '~', "\\textasciitilde{}", '^', "\\textasciicircum{}", '%', "\\%", '&', "\\&", '_', "\\_",
            '#', "\\#", '$', "\\$");
    /** What would end the field, or the line, of an address; which is not escaped, because it is read as it stands. */
    private static final Map<Character, String> IN_URL = Map.of('\\', "%5C", '{', "%7B", '}', "%7D", ' ', "%20");

    private BibTex() {
    }

    static String write(Entry entry) {
        StringBuilder text = new StringBuilder("@misc{").append(entry.id().replaceAll("[^A-Za-z0-9-]", "-")).append(",\n");
        // Double braces: an organisation's name is not turned around, and a title keeps its case.
        field(text, "author", entry.authors().stream().map(name -> '{' + escaped(name) + '}')
                .collect(Collectors.joining(" and ")));
        field(text, "title", '{' + escaped(entry.title()) + '}');
        LocalDate issued = entry.issued();
        if (issued != null) {
            field(text, "date", issued.toString());
            field(text, "year", Integer.toString(issued.getYear()));
            text.append("  month = ").append(issued.getMonth().name().substring(0, 3).toLowerCase(Locale.ROOT)).append(",\n");
        }
        field(text, "howpublished", escaped(Entry.CONTAINER));
        field(text, "publisher", Entry.PUBLISHER);
        field(text, "version", "revision " + entry.revision());
        field(text, "url", replaced(entry.url(), IN_URL::get));
        field(text, "urldate", entry.accessed().toString());
        field(text, "note", escaped(entry.note()));
        return text.append("}\n").toString();
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append(" = {").append(value).append("},\n");
    }

    private static String escaped(String value) {
        return replaced(Lines.single(value), SPECIAL::get);
    }

    private static String replaced(String value, Function<Character, String> replacement) {
        StringBuilder replaced = new StringBuilder();
        for (char c : value.toCharArray()) {
            String other = replacement.apply(c);
            replaced.append(other == null ? String.valueOf(c) : other);
        }
        return replaced.toString();
    }
}
