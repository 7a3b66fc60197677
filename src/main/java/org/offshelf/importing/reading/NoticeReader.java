package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;
import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Block.Picture;
import org.offshelf.importing.reading.ReadNotice.ReadList;
import org.offshelf.notice.NoticeKind;

/** Reads a document as a notice: what it states about itself, and the apps it names. */
public final class NoticeReader {

    private static final Pattern LISTED = Pattern.compile("附\\s*[件表]|名单|列表|清单");

    private final Document document;
    private final Hints hints;
    private final List<Block> blocks;
    private final Statements statements;
    private final Map<String, String> announced;
    private final Measure measure;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<ReadRow> rows = new ArrayList<>();
    private final List<ReadList> lists = new ArrayList<>();
    private final List<Line> since = new ArrayList<>();
    private Columns columns;
    private Caption caption = Caption.NONE;

    private NoticeReader(Document document, Hints hints) {
        this.document = document;
        this.hints = hints;
        this.blocks = TextTables.in(document.blocks());
        List<Line> lines = blocks.stream().filter(Line.class::isInstance).map(Line.class::cast).toList();
        this.statements = new Statements(document, ProblemGroups.read(lines).rest(), hints);
        this.announced = Caption.announced(lines);
        this.measure = measure();
    }

    public static ReadNotice read(Document document, Hints hints) {
        return new NoticeReader(document, hints).read();
    }

    private ReadNotice read() {
        warnings.addAll(document.warnings());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block instanceof Line line) {
                since.add(line);
            } else if (block instanceof Table table) {
                groups();
                table(table, i == blocks.size() - 1);
            } else if (block instanceof Picture picture) {
                picture(picture);
            }
        }
        groups();
        warnings.addAll(statements.warnings);
        checkCount();
        checkNumbers();
        return new ReadNotice(statements.title, kind(), statements.batch, statements.published, statements.deadline,
                statements.declared, statements.follows, List.copyOf(lists), List.copyOf(rows), List.copyOf(rejected),
                List.copyOf(warnings));
    }

    private NoticeKind kind() {
        if (hints.kind() != null) {
            return hints.kind();
        }
        return measure == Measure.REMOVE ? NoticeKind.REMOVAL_ORDER : NoticeKind.VIOLATION_NOTICE;
    }

    /** What is demanded of the apps of a list that does not say it itself. */
    private Measure measure() {
        if (hints.kind() != null) {
            return hints.kind() == NoticeKind.REMOVAL_ORDER ? Measure.REMOVE : Measure.RECTIFY;
        }
        return statements.title != null && statements.title.contains("下架") ? Measure.REMOVE : Measure.RECTIFY;
    }

    /** The apps that the lines since the last table list under problems. */
    private void groups() {
        ProblemGroups.Reading groups = ProblemGroups.read(since);
        warnings.addAll(groups.warnings());
        if (!groups.drafts().isEmpty()) {
            caption = Caption.above(before(groups.rest()), statements, announced);
            keep(groups.drafts(), null, groups.drafts().get(0).place);
            since.clear();
        }
    }

    /** The lines before the list, where one of them is a caption. */
    private List<Line> before(List<Line> rest) {
        List<Line> annexes = rest.stream().filter(line -> line.text().startsWith("附件")).toList();
        return annexes.isEmpty() ? List.of() : annexes.subList(annexes.size() - 1, annexes.size());
    }

    private void table(Table table, boolean last) {
        Columns own = Columns.byHeadings(table.rows());
        List<Line> above = new ArrayList<>(since);
        boolean continued = false;
        if (own == null && columns != null && fits(table)) {
            own = columns.below(0);
            continued = since.stream().noneMatch(line -> line.text().startsWith("附件"));
        }
        if (own == null) {
            own = Columns.byContent(table.rows());
        }
        if (own == null) {
            notUnderstood(table);
            since.clear();
            return;
        }
        for (Table.Row row : table.rows().subList(0, Math.max(0, Math.min(own.from() - 1, table.rows().size())))) {
            String text = titleRow(row);
            if (text != null) {
                above.add(new Line(text, true, row.place()));
            }
        }
        since.clear();
        Caption before = caption;
        caption = continued ? before : Caption.above(above, statements, announced);
        if (caption.isExamples()) {
            warnings.add(new Warning(Warning.Kind.NOT_UNDERSTOOD, table.place(),
                    "“" + caption.annex() + "” holds examples and was left out."));
            return;
        }
        columns = own;
        TableReader.Reading reading = TableReader.read(table, own);
        List<Draft> drafts = new ArrayList<>(reading.drafts());
        warnings.addAll(reading.warnings());
        if (last) {
            breakOff(table, own, drafts);
        }
        rejected.addAll(reading.rejected());
        keep(drafts, own.kind(), table.place());
        if (reading.total() != null && reading.total() != drafts.size()) {
            warnings.add(new Warning(Warning.Kind.COUNT, table.place(),
                    "The table states " + reading.total() + " in all; " + drafts.size() + " rows were found."));
        }
    }

    /** Goes on with the columns of the table before, as after a page break. */
    private boolean fits(Table table) {
        int width = table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        boolean annexed = since.stream().anyMatch(line -> line.text().startsWith("附件"));
        return width == columns.fields().size() && (!annexed || Columns.byContent(table.rows()) == null);
    }

    private static String titleRow(Table.Row row) {
        List<Table.Cell> own = row.cells().stream().filter(cell -> cell.span() == Table.Span.OWN && !cell.text().isBlank())
                .toList();
        return own.size() == 1 ? Texts.oneLine(own.get(0).text()) : null;
    }

    private void notUnderstood(Table table) {
        boolean perhaps = table.rows().size() > 1 || rows.isEmpty();
        if (perhaps) {
            String first = table.rows().isEmpty() ? ""
                    : String.join(" ", table.rows().get(0).cells().stream().map(Table.Cell::text).toList());
            warnings.add(new Warning(Warning.Kind.NOT_UNDERSTOOD, table.place(),
                    "No column of the table holds names of apps: " + Texts.shortened(first)));
        }
    }

    /** An excerpt may end within a row; what is left of that row is none. */
    private void breakOff(Table table, Columns columns, List<Draft> drafts) {
        if (drafts.size() < 2) {
            return;
        }
        Draft end = drafts.get(drafts.size() - 1);
        boolean lacksProblem = columns.has(Field.PROBLEM) && end.problems.isEmpty()
                && drafts.subList(0, drafts.size() - 1).stream().noneMatch(draft -> draft.problems.isEmpty());
        if (lacksProblem || table.brokenOff()) {
            drafts.remove(end);
            warnings.removeIf(warning -> warning.place().equals(end.place));
            rejected.add(new RejectedRow(end.place, end.get(Field.APP), "The document breaks off within this row."));
        }
    }

    private void keep(List<Draft> drafts, AppKind kind, String place) {
        AppKind ofList = kind == null && caption.title() != null ? Headings.kind(caption.title()) : kind;
        Measure ofCaption = caption.measure() == null ? AnnexMeasures.of(statements.sentences(), caption.number())
                : caption.measure();
        Measure own = ofCaption == null ? measure : ofCaption;
        for (Draft draft : drafts) {
            Measure ofSection = Caption.measure(draft.section);
            rows.add(draft.row(caption.annex(), ofSection == null ? own : ofSection, ofList));
        }
        ReadList again = lists.isEmpty() ? null : lists.get(lists.size() - 1);
        if (again != null && caption.annex() != null && Objects.equals(again.annex(), caption.annex())) {
            lists.set(lists.size() - 1, new ReadList(again.annex(), again.owner(), again.measure(), again.declaredCount(),
                    again.rows() + drafts.size(), again.place()));
        } else {
            lists.add(new ReadList(caption.annex(), caption.owner(), own, caption.declared(), drafts.size(), place));
        }
    }

    private void picture(Picture picture) {
        boolean announcedHere = !since.isEmpty() && since.subList(Math.max(0, since.size() - 3), since.size()).stream()
                .anyMatch(line -> LISTED.matcher(line.text()).find());
        boolean named = LISTED.matcher(picture.description()).find();
        warnings.add(new Warning(Warning.Kind.PICTURE, picture.place(), announcedHere || named
                ? "A picture stands where the list should be; its rows cannot be read."
                : "A picture, which is not read, may hold rows."));
    }

    private void checkCount() {
        Integer declared = statements.declared;
        if (declared == null) {
            return;
        }
        long numbered = rows.stream().map(row -> row.number() == null ? row.app() + row.store() + row.version() : row.annex() + row.number())
                .distinct().count();
        if (numbered != declared && rows.size() != declared) {
            warnings.add(new Warning(Warning.Kind.COUNT, "document",
                    "The notice states " + declared + " apps; " + rows.size() + " rows were found."));
        }
    }

    private void checkNumbers() {
        ReadRow before = null;
        for (ReadRow row : rows) {
            boolean goesOn = before != null && before.number() != null && row.number() != null
                    && Objects.equals(before.annex(), row.annex());
            if (goesOn && row.number() != 1 && row.number() != before.number() + 1
                    && !(row.number().equals(before.number()) && row.app().equals(before.app()))) {
                warnings.add(new Warning(Warning.Kind.NUMBERING, row.place(),
                        "Number " + row.number() + " follows number " + before.number() + "."));
            }
            before = row;
        }
    }
}
