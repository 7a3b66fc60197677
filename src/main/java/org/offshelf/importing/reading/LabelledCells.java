package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;

/** A list without a table, where each value stands behind its label: {@code 应用名称：…}, {@code 开发者：…}. */
final class LabelledCells {

    private static final Pattern LABEL = Pattern.compile("(?:^|(?<=[\\s；;，,。|]))([\\p{IsHan}A-Za-z/（）() ]{1,14}?)\\s*[:：]");
    private static final Pattern NUMBER = Pattern.compile("^\\s*(?:[(（]?\\d{1,4}\\s*[)）、.．]|\\d{1,4}\\s)\\s*(?!\\d)");
    private static final Pattern TRAILING = Pattern.compile("[\\s；;，,|]+$");
    private static final int FEWEST = 3;
    private static final int LONGEST = 1500;

    private final List<Map<Field, String>> records = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private Field last;
    private int end;

    private LabelledCells() {
    }

    /** @return null where no such list begins here */
    static LabelledCells from(List<Block> blocks, int start) {
        LabelledCells cells = new LabelledCells();
        cells.end = start;
        while (cells.end < blocks.size() && blocks.get(cells.end) instanceof Line line && cells.line(line)) {
            cells.end++;
        }
        boolean list = !cells.records.isEmpty()
                && cells.records.stream().allMatch(record -> record.containsKey(Field.APP) && record.size() >= FEWEST);
        return list ? cells : null;
    }

    int end() {
        return end;
    }

    Table table(String place) {
        List<Field> fields = List.of(Field.values()).stream()
                .filter(field -> records.stream().anyMatch(record -> record.containsKey(field))).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(fields.stream().map(field -> new Cell(Headings.usual(field))).toList(), places.get(0)));
        for (int i = 0; i < records.size(); i++) {
            Map<Field, String> record = records.get(i);
            rows.add(new Row(fields.stream().map(field -> new Cell(record.getOrDefault(field, ""))).toList(), places.get(i)));
        }
        return new Table(List.copyOf(rows), Origin.GRID, place);
    }

    private boolean line(Line line) {
        String text = line.text().strip();
        if (text.length() > LONGEST) {
            return false;
        }
        Matcher number = NUMBER.matcher(text);
        String printed = number.find() ? number.group() : "";
        String rest = text.substring(printed.length());
        Matcher label = LABEL.matcher(rest);
        int from = -1;
        Field field = null;
        for (int at = 0; at <= rest.length() && label.find(at); at = label.end()) {
            Field next = Headings.field(label.group(1));
            while (next == null && label.find(label.start(1) + 1)) {
                next = Headings.field(label.group(1));
            }
            if (next == null) {
                break;
            }
            if (field == null && label.start() > 0) {
                return false;
            }
            put(field, from < 0 ? "" : rest.substring(from, label.start(1)));
            field = next;
            from = label.end();
            begin(field, line, field == Field.APP ? printed : "");
        }
        if (field != null) {
            put(field, rest.substring(from));
            last = field;
            return true;
        }
        // A problem told on several lines
        boolean further = last == Field.PROBLEM && Content.isProblem(text) && !text.matches(".*[：:]$");
        if (further) {
            records.get(records.size() - 1).merge(Field.PROBLEM, text, (before, own) -> before + "\n" + own);
        }
        return further;
    }

    /** A name begins another record, or whatever label comes a second time. */
    private void begin(Field field, Line line, String number) {
        if (records.isEmpty() || records.get(records.size() - 1).containsKey(field)) {
            records.add(new EnumMap<>(Field.class));
            places.add(line.place());
        }
        if (!number.isBlank()) {
            records.get(records.size() - 1).put(Field.NUMBER, number.replaceAll("\\D", ""));
        }
        records.get(records.size() - 1).put(field, "");
    }

    private void put(Field field, String value) {
        if (field != null) {
            records.get(records.size() - 1).put(field, TRAILING.matcher(value).replaceAll("").strip());
        }
    }
}
