package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.offshelf.app.AppKind;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

/**
 * What the columns of a table hold.
 *
 * @param fields for each column; null for one that is not known
 * @param from the first row below the headings
 * @param kind of all that is listed, where the heading says so
 * @param unknown headings that are not known
 * @param also what a column holds besides its field, and no other does
 */
record Columns(List<Field> fields, int from, AppKind kind, List<String> unknown, Set<Field> also) {

    private static final int HEADINGS_WITHIN = 12;
    private static final int SAMPLE = 40;

    int indexOf(Field field) {
        return fields.indexOf(field);
    }

    boolean has(Field field) {
        return fields.contains(field);
    }

    Columns below(int row) {
        return new Columns(fields, row, kind, unknown, also);
    }

    /** @return null where no row among the first holds headings */
    static Columns byHeadings(List<Row> rows) {
        for (int i = 0; i < Math.min(rows.size(), HEADINGS_WITHIN); i++) {
            Columns one = headings(rows.get(i), null, i + 1);
            Columns two = i + 1 < rows.size() ? headings(rows.get(i), rows.get(i + 1), i + 2) : null;
            // A title above the headings is no part of them
            Columns lower = two == null ? null : headings(rows.get(i + 1), null, i + 2);
            if (two != null && (one == null || known(two) > known(one)) && (lower == null || known(two) > known(lower))) {
                return two;
            }
            if (one != null) {
                return one;
            }
        }
        return null;
    }

    private static long known(Columns columns) {
        return columns.fields.stream().filter(field -> field != null).count();
    }

    static boolean isHeadings(Row row) {
        return headings(row, null, 0) != null;
    }

    /** @param second the row below where headings may have two: the lower one says more */
    private static Columns headings(Row first, Row second, int from) {
        int width = Math.max(first.cells().size(), second == null ? 0 : second.cells().size());
        List<Field> fields = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<Field> also = EnumSet.noneOf(Field.class);
        AppKind kind = null;
        int printed = 0;
        Set<String> lower = new HashSet<>();
        for (int column = 0; column < width; column++) {
            String upper = text(first, column);
            String own = second == null ? upper : text(second, column);
            Field field = Headings.field(own);
            if (second != null && field != null && !own.equals(upper)) {
                lower.add(own);
            }
            if (field == null && second != null) {
                if (!own.isBlank() && !own.equals(upper)) {
                    // Text below a heading is a value, unless it is a heading itself
                    return null;
                }
                field = Headings.field(upper);
                own = upper;
            }
            boolean merged = column < first.cells().size() && first.cells().get(column).span() == Span.LEFT
                    && (second == null || column >= second.cells().size()
                            || second.cells().get(column).span() == Span.LEFT);
            // Problems may have a column each
            boolean again = field != null && field != Field.PROBLEM && fields.contains(field);
            fields.add(again || merged ? null : field);
            if (!own.isBlank() && !merged) {
                printed++;
                if (field == null || again) {
                    unknown.add(Texts.oneLine(own));
                }
                also.addAll(Headings.also(own, field));
                if (field == Field.APP && !again) {
                    kind = Headings.kind(own);
                }
            }
        }
        if (second != null && lower.size() < 2) {
            return null;
        }
        long known = fields.stream().filter(field -> field != null).count();
        also.removeAll(fields);
        boolean headings = fields.contains(Field.APP) && known >= 2 && known * 2 > printed;
        return headings ? new Columns(trimmed(fields), from, kind, unknown, also) : null;
    }

    private static List<Field> trimmed(List<Field> fields) {
        int last = fields.size();
        while (last > 0 && fields.get(last - 1) == null) {
            last--;
        }
        return Collections.unmodifiableList(new ArrayList<>(fields.subList(0, last)));
    }

    private static String text(Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column).text() : "";
    }

    /** By what stands in them. @return null where it does not look like a list of apps */
    static Columns byContent(List<Row> rows) {
        List<Row> sample = rows.stream().filter(row -> row.cells().size() > 1).limit(SAMPLE).toList();
        Map<Integer, Integer> widths = new HashMap<>();
        sample.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
        int width = widths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
        if (width < 2) {
            return null;
        }
        Field[] fields = new Field[width];
        List<Row> full = sample.stream().filter(row -> row.cells().size() == width).toList();
        for (Field field : List.of(Field.NUMBER, Field.FILING, Field.DEVELOPER, Field.STORE, Field.PROBLEM, Field.VERSION,
                Field.REGION, Field.KIND)) {
            double most = 0.6;
            int best = -1;
            for (int column = 0; column < width; column++) {
                double share = fields[column] == null ? share(full, column, field) : 0;
                if (share > most) {
                    most = share;
                    best = column;
                }
            }
            if (best >= 0) {
                fields[best] = field;
            }
        }
        Set<Field> found = EnumSet.noneOf(Field.class);
        Arrays.stream(fields).filter(field -> field != null).forEach(found::add);
        int app = names(full, fields);
        boolean list = app >= 0 && found.size() >= 2
                && (found.contains(Field.VERSION) || found.contains(Field.STORE) || found.contains(Field.DEVELOPER));
        if (!list) {
            return null;
        }
        fields[app] = Field.APP;
        return new Columns(trimmed(Arrays.asList(fields)), 0, null, List.of(), Set.of());
    }

    private static double share(List<Row> rows, int column, Field field) {
        List<String> values = rows.stream().map(row -> row.cells().get(column)).filter(cell -> !Content.isDash(cell.text()))
                .map(Cell::text).toList();
        if (values.isEmpty() || values.size() * 4 < rows.size()) {
            return 0;
        }
        long sure = values.stream().filter(value -> Content.isSure(field, value)).count();
        return (double) sure / values.size();
    }

    /** The first column that is left, and whose values mostly differ. */
    private static int names(List<Row> rows, Field[] fields) {
        for (int column = 0; column < fields.length; column++) {
            int at = column;
            Map<String, Integer> values = new LinkedHashMap<>();
            rows.stream().map(row -> row.cells().get(at).text()).filter(value -> !Content.isDash(value))
                    .forEach(value -> values.merge(value, 1, Integer::sum));
            if (fields[column] == null && values.size() * 2 > rows.size()) {
                return column;
            }
        }
        return -1;
    }
}
