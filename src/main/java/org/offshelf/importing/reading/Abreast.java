package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Row;

/** Puts two lists that are printed side by side, under the same headings, one below the other. */
final class Abreast {

    private static final int HEADINGS_WITHIN = 5;

    private Abreast() {
    }

    static Table below(Table table) {
        for (int i = 0; i < Math.min(table.rows().size(), HEADINGS_WITHIN); i++) {
            int width = width(table.rows().get(i));
            if (width > 0) {
                return below(table, i, width);
            }
        }
        return table;
    }

    /** After how many columns the headings begin again; 0 where they do not. */
    private static int width(Row row) {
        List<Field> fields = row.cells().stream().map(cell -> Headings.field(cell.text())).toList();
        for (int width = 2; width <= fields.size() / 2; width++) {
            boolean again = fields.size() % width == 0 && fields.subList(0, width).contains(Field.APP);
            for (int i = width; i < fields.size() && again; i++) {
                again = fields.get(i) == fields.get(i - width)
                        && Texts.key(row.cells().get(i).text()).equals(Texts.key(row.cells().get(i - width).text()));
            }
            if (again) {
                return width;
            }
        }
        return 0;
    }

    private static Table below(Table table, int headings, int width) {
        List<Row> rows = new ArrayList<>(table.rows().subList(0, headings));
        rows.add(part(table.rows().get(headings), 0, width));
        List<Row> parts = new ArrayList<>();
        for (Row row : table.rows().subList(headings + 1, table.rows().size())) {
            if (row.cells().stream().filter(cell -> cell.span() == Table.Span.OWN).count() <= 2) {
                // A note or a total, which is one for all
                parts.add(row);
                continue;
            }
            for (int from = 0; from < row.cells().size(); from += width) {
                parts.add(part(row, from, width));
            }
        }
        boolean numbered = parts.stream().filter(part -> !isEmpty(part)).allMatch(part -> number(part) != null);
        if (numbered) {
            parts.removeIf(Abreast::isEmpty);
            parts.sort(Comparator.comparing(Abreast::number));
        }
        rows.addAll(parts);
        return new Table(List.copyOf(rows), table.origin(), table.place(), table.brokenOff());
    }

    private static Row part(Row row, int from, int width) {
        return new Row(row.cells().subList(Math.min(from, row.cells().size()), Math.min(from + width, row.cells().size())),
                row.place());
    }

    private static boolean isEmpty(Row part) {
        return part.cells().stream().map(Cell::text).allMatch(String::isBlank);
    }

    private static Integer number(Row part) {
        return part.cells().isEmpty() ? null : Numerals.printed(part.cells().get(0).text());
    }
}
