package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;

/** Tables whose headings stand on the left, one for each row, or before each value. */
final class Sideways {

    private static final int FEWEST = 3;
    private static final int MOST_ROWS = 60;
    private static final Pattern LABEL = Pattern
            .compile("索引号|文号|发文(机关|单位|日期|字号)|成文日期|发布(日期|时间|机构)|公开(日期|类别)|印发日期|主题(分类|词)|标题|信息(名称|分类)|有效性|体裁|组配分类");

    private Sideways() {
    }

    /** Turns the table, where its first column holds the headings. */
    static Table upright(Table table) {
        if (table.rows().size() > MOST_ROWS || table.rows().isEmpty() || Columns.byHeadings(table.rows()) != null) {
            return table;
        }
        List<Row> pairs = pairs(table);
        List<Field> fields = pairs.stream().map(row -> Headings.field(row.cells().get(0).text())).toList();
        long known = fields.stream().filter(field -> field != null).count();
        if (!fields.contains(Field.APP) || known < FEWEST || known * 2 <= fields.size()) {
            return table;
        }
        int width = pairs.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            int at = column;
            rows.add(new Row(pairs.stream().map(row -> at < row.cells().size() ? row.cells().get(at).text() : "")
                    .map(Cell::new).toList(), pairs.get(0).place()));
        }
        return new Table(List.copyOf(rows), Origin.GRID, table.place(), table.brokenOff());
    }

    /** Rows of a heading and its values; several pairs in a row become as many rows. */
    private static List<Row> pairs(Table table) {
        List<Row> pairs = new ArrayList<>();
        for (Row row : table.rows()) {
            List<Cell> own = row.cells().stream().filter(cell -> cell.span() != Table.Span.LEFT).toList();
            boolean several = own.size() > 2 && own.size() % 2 == 0;
            for (int i = 0; i < own.size() && several; i += 2) {
                several = Headings.field(own.get(i).text()) != null;
            }
            if (several) {
                for (int i = 0; i < own.size(); i += 2) {
                    pairs.add(new Row(own.subList(i, i + 2), row.place()));
                }
            } else if (!own.isEmpty()) {
                pairs.add(new Row(own, row.place()));
            }
        }
        return pairs;
    }

    /** The table above many official texts, which says when it was published and what it is called. */
    static boolean labelled(Table table) {
        return table.rows().size() <= MOST_ROWS && table.rows().stream().flatMap(row -> row.cells().stream())
                .filter(cell -> LABEL.matcher(Texts.key(cell.text())).matches()).count() >= 2;
    }

    static List<Block> lines(Table table) {
        List<Block> lines = new ArrayList<>();
        for (Row row : table.rows()) {
            List<Cell> own = row.cells().stream().filter(cell -> cell.span() == Table.Span.OWN).toList();
            for (int i = 0; i + 1 < own.size(); i += 2) {
                String label = Texts.oneLine(own.get(i).text()).replaceAll("[\\s:：]", "");
                lines.add(new Line(label + "：" + Texts.oneLine(own.get(i + 1).text()), false, row.place()));
            }
        }
        return lines;
    }
}
