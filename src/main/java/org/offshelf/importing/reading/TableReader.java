package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.offshelf.finding.Measure;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

/** Reads the rows of one table: which belong together, and what the empty cells stand for. */
final class TableReader {

    private static final Pattern FOOT = Pattern
            .compile("(?:合\\s*计|总\\s*计|小\\s*计|共\\s*计|总数|备\\s*注|注\\s*\\d*|说\\s*明)\\s*(?:[:：].*|[(（].*)?");
    private static final Pattern TOTAL = Pattern.compile("(?:合\\s*计|总\\s*计|共\\s*计|总数)");
    private static final Pattern SECTION = Pattern.compile("附\\s*[件表].*|.*(名单|列表|清单|一览表|通信管理局|网信办)([（(].*[)）])?"
            + "|[一二三四五六七八九十]{1,3}[、.．].*|[（(][一二三四五六七八九十]{1,3}[)）].*|.{0,20}(下架|责令整改|限期整改).{0,12}");
    private static final Pattern MARKED = Pattern.compile("《([^《]+)》(?i:app|应用)?");
    private static final Pattern SAME = Pattern.compile("同\\s*上|同前|[〃″]|ditto");
    private static final int LONGEST_SAME = 6;
    private static final Set<Field> REPEATED = EnumSet.of(Field.STORE, Field.VERSION, Field.DEVELOPER, Field.FILING);

    private final Table table;
    private final Columns columns;
    private final Set<List<Cell>> headings;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final Placement placement;
    private Integer total;
    private String section;
    private Draft current;

    private TableReader(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
        this.headings = table.rows().subList(0, columns.from()).stream().map(Row::cells).collect(Collectors.toSet());
        this.placement = new Placement(columns, table.origin(), warnings);
    }

    /** @param total the number of rows the table itself states */
    record Reading(Columns columns, List<Draft> drafts, List<Warning> warnings, List<RejectedRow> rejected, Integer total) {
    }

    /** @param before the last app of the table that this one goes on with; null where it begins anew */
    static Reading read(Table table, Columns columns, Draft before, Budget budget) {
        TableReader reader = new TableReader(table, columns);
        reader.current = before;
        reader.columns.unknown().forEach(heading -> reader.warn(Warning.Kind.UNKNOWN_COLUMN, table.place(),
                "The column “" + Texts.shortened(heading) + "” is not known; its values are not kept."));
        for (Row row : table.rows().subList(columns.from(), table.rows().size())) {
            budget.time();
            reader.row(row);
        }
        return new Reading(columns, reader.drafts, reader.warnings, reader.rejected, reader.total);
    }

    private void row(Row row) {
        List<Cell> own = row.cells().stream().filter(cell -> cell.span() == Span.OWN && !cell.text().isBlank()).toList();
        if (own.isEmpty() || isHeadingsAgain(row)) {
            return;
        }
        String first = Texts.oneLine(own.get(0).text());
        if (isFoot(first, own)) {
            foot(first, row, own);
        } else if (isSection(row, own)) {
            section = first;
            current = null;
        } else {
            values(row);
        }
    }

    /** As at the top of each page. Looks at the names first, as most rows can be told by them. */
    private boolean isHeadingsAgain(Row row) {
        int app = columns.indexOf(Field.APP);
        boolean named = app < row.cells().size() && Headings.field(row.cells().get(app).text()) != null;
        return named && Columns.isHeadings(row) || headings.contains(row.cells());
    }

    /** The total stands before the first app's name, a note in a cell or two. */
    private static boolean isFoot(String first, List<Cell> own) {
        return FOOT.matcher(first).matches() && own.size() <= 3 || own.size() == 1 && Dates.isOnly(first);
    }

    private void foot(String first, Row row, List<Cell> own) {
        if (TOTAL.matcher(first).lookingAt()) {
            Matcher number = Pattern.compile("\\d{1,5}")
                    .matcher(Texts.oneLine(String.join(" ", own.stream().map(Cell::text).toList())));
            total = number.find() ? Integer.valueOf(number.group()) : total;
        }
        current = null;
    }

    /** A line across the table that says whose or what the rows below are. */
    private boolean isSection(Row row, List<Cell> own) {
        if (own.size() != 1 || row.cells().stream().anyMatch(cell -> cell.span() == Span.ABOVE)) {
            return false;
        }
        String text = Texts.oneLine(own.get(0).text());
        int at = row.cells().indexOf(own.get(0));
        boolean across = at + 1 < row.cells().size() && row.cells().get(at + 1).span() == Span.LEFT;
        boolean first = at == 0 && !Content.isProblem(text) && Numerals.printed(text) == null;
        return text.length() <= 60 && (SECTION.matcher(text).matches() && (across || first || row.cells().size() == 1)
                || (across || first) && Content.isRegion(text));
    }

    private void values(Row row) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Set<Field> above = EnumSet.noneOf(Field.class);
        if (!placement.place(row, current != null, values, above)) {
            reject(row, "The cells do not fit the columns.");
            return;
        }
        if (!columns.also().isEmpty() && Combined.split(values, columns.also())) {
            warn(Warning.Kind.INFERRED, row.place(), "What one cell holds was put under several columns.");
        }
        String printedNumber = values.getOrDefault(Field.NUMBER, "");
        Integer number = Numerals.printed(printedNumber);
        if (columns.has(Field.NUMBER) && number == null && !Content.isDash(printedNumber)) {
            // Where a number belongs stands a word: keep the row, but say so
            warn(Warning.Kind.NUMBERING, row.place(), "“" + Texts.shortened(printedNumber) + "” stands where a number should.");
        }
        String app = name(values.getOrDefault(Field.APP, ""));
        boolean noApp = above.contains(Field.APP) || Content.isDash(app) || app.isEmpty();
        boolean noNumber = number == null || above.contains(Field.NUMBER)
                || current != null && number.equals(current.number) && (noApp || app.equals(current.get(Field.APP)));
        boolean sameApp = current != null && app.equals(current.get(Field.APP));
        if (current != null && noNumber && (noApp || sameApp && columns.has(Field.NUMBER))) {
            goOn(row, values, above);
        } else if (app.isEmpty() || Content.isDash(app) && current == null) {
            reject(row, "There is no name of an app.");
        } else {
            begin(row, values, above, number, app);
        }
    }

    private void begin(Row row, Map<Field, String> values, Set<Field> above, Integer number, String app) {
        sameAsAbove(row, values);
        Draft draft = new Draft(row.place());
        draft.number = number;
        draft.section = section;
        draft.put(Field.APP, app);
        for (Field field : List.of(Field.DEVELOPER, Field.FILING, Field.REGION, Field.KIND)) {
            draft.put(field, Texts.oneLine(values.getOrDefault(field, "")));
        }
        draft.measure = measure(values.get(Field.MEASURE));
        if (section != null && Content.isRegion(section) && draft.get(Field.REGION) == null) {
            draft.put(Field.REGION, section);
        }
        // Without merged cells, an empty one says the same as above
        if (table.origin() != Origin.GRID && columns.has(Field.DEVELOPER) && draft.get(Field.DEVELOPER) == null
                && current != null && current.get(Field.DEVELOPER) != null) {
            draft.put(Field.DEVELOPER, current.get(Field.DEVELOPER));
            warn(Warning.Kind.INFERRED, row.place(), "The developer is empty and was taken from the row above.");
        }
        current = draft;
        List<String> problems = Texts.lines(values.getOrDefault(Field.PROBLEM, ""));
        List<String[]> lines = SeveralStores.split(values.getOrDefault(Field.STORE, ""),
                values.getOrDefault(Field.VERSION, ""));
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                current = draft.again(row.place());
            }
            current.put(Field.STORE, lines.get(i)[0]);
            current.put(Field.VERSION, lines.get(i)[1]);
            current.problems.addAll(lines.size() > 1 && problems.size() == lines.size() ? List.of(problems.get(i)) : problems);
            drafts.add(current);
        }
    }

    /** Where a cell says so in words, it is taken from the row before. */
    private void sameAsAbove(Row row, Map<Field, String> values) {
        if (current == null) {
            return;
        }
        values.replaceAll((field, printed) -> {
            if (printed.length() > LONGEST_SAME || !SAME.matcher(printed).matches()) {
                return printed;
            }
            warn(Warning.Kind.INFERRED, row.place(), "“" + printed + "” was taken from the row above.");
            return field == Field.PROBLEM ? String.join("\n", current.problems) : Objects.toString(current.get(field), "");
        });
    }

    /** Another line of the same app: a further problem, or the same app in another store or version. */
    private void goOn(Row row, Map<Field, String> values, Set<Field> above) {
        List<String> problems = above.contains(Field.PROBLEM) || Content.isDash(values.getOrDefault(Field.PROBLEM, ""))
                ? List.of()
                : Texts.lines(values.getOrDefault(Field.PROBLEM, ""));
        Draft other = null;
        for (Field field : REPEATED) {
            String value = Texts.oneLine(values.getOrDefault(field, ""));
            if (!above.contains(field) && !Content.isDash(value) && !value.equals(current.get(field))) {
                other = other == null ? current.again(row.place()) : other;
                other.put(field, value);
            }
        }
        if (other == null) {
            current.problems.addAll(problems);
            return;
        }
        if (current.get(Field.STORE) == null && current.get(Field.VERSION) == null && other.get(Field.DEVELOPER) != null
                && other.get(Field.DEVELOPER).equals(current.get(Field.DEVELOPER))) {
            // The name stood alone on the first line
            current.values.putAll(other.values);
            current.problems.addAll(problems);
            return;
        }
        if (problems.isEmpty()) {
            other.problems.addAll(current.problems);
            if (!above.contains(Field.PROBLEM)) {
                warn(Warning.Kind.INFERRED, row.place(), "The problem is empty and was taken from the row above.");
            }
        } else {
            other.problems.addAll(problems);
        }
        current = other;
        drafts.add(other);
    }

    private static Measure measure(String printed) {
        return printed == null || Content.isDash(printed) ? null
                : printed.contains("下架") ? Measure.REMOVE : printed.contains("整改") ? Measure.RECTIFY : null;
    }

    /** Title marks around the whole of a name are not part of it. */
    static String name(String printed) {
        String name = Texts.oneLine(printed);
        Matcher marked = MARKED.matcher(name);
        return marked.matches() ? marked.group(1).strip() : name;
    }

    private void reject(Row row, String reason) {
        rejected.add(new RejectedRow(row.place(),
                Texts.shortened(Texts.oneLine(String.join(" ", row.cells().stream().map(Cell::text).toList()))), reason));
    }

    private void warn(Warning.Kind kind, String place, String message) {
        warnings.add(new Warning(kind, place, message));
    }
}
