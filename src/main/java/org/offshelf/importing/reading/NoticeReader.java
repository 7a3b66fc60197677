package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;
import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Block.Picture;
import org.offshelf.importing.reading.ReadNotice.ReadList;
import org.offshelf.notice.NoticeKind;

/** Reads a document as a notice: what it states about itself, and the apps it names. */
public final class NoticeReader {

    /** Between the parts of a table that a page break cuts. */
    private static final Pattern CONTINUES = Pattern
            .compile("[（(]?(续表|续上表|接上表|上接.{0,8}|续)\\s*\\d*[)）]?[:：]?|[-—–\\s]*\\d{1,3}[-—–\\s]*|第\\s*\\d+\\s*页.{0,12}");
    private static final Pattern LISTED = Pattern.compile("附\\s*[件表]|名单|列表|清单");

    private final Document document;
    private final Hints hints;
    private final Budget budget;
    private final List<Block> blocks;
    private final Statements statements;
    private final Map<String, String> announced;
    private final List<RejectedRow> leftovers;
    private final Measure measure;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<ReadRow> rows = new ArrayList<>();
    private final List<ReadList> lists = new ArrayList<>();
    private final Set<String> annexes = new HashSet<>();
    private final List<Line> since = new ArrayList<>();
    private Columns columns;
    private Draft last;
    private Caption caption = Caption.NONE;

    private NoticeReader(Document document, Hints hints, Budget budget) {
        this.document = document;
        this.hints = hints;
        this.budget = budget;
        this.blocks = Stacked.in(TextTables.in(document.blocks(), budget));
        List<Line> lines = blocks.stream().filter(Line.class::isInstance).map(Line.class::cast).toList();
        List<Line> rest = ProblemGroups.read(lines, budget).rest();
        this.statements = new Statements(document, rest, hints, budget);
        this.leftovers = Leftovers.in(rest);
        this.announced = Caption.announced(lines);
        this.measure = measure();
    }

    public static ReadNotice read(Document document, Hints hints, Limits limits) {
        try {
            return new NoticeReader(document, hints, new Budget(limits)).read();
        } catch (StackOverflowError tooLong) {
            throw new DocumentRefused(DocumentRefused.Kind.DAMAGED, "A line of the document is too long to understand.",
                    tooLong);
        }
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
        if (rows.isEmpty() && rejected.isEmpty() && blocks.stream().noneMatch(Table.class::isInstance)) {
            names();
        }
        rejected.addAll(leftovers);
        warnings.addAll(statements.warnings);
        checkCount();
        checkNumbers();
        return new ReadNotice(statements.title, kind(), statements.batch, statements.published, statements.deadline,
                declared(), statements.follows, List.copyOf(lists), SharedTexts.in(rows), List.copyOf(rejected),
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
        ProblemGroups.Reading groups = ProblemGroups.read(since, budget);
        warnings.addAll(groups.warnings());
        if (!groups.drafts().isEmpty()) {
            caption = Caption.above(before(groups.rest()), statements, announced);
            keep(groups.drafts(), null, groups.drafts().get(0).place);
            last = null;
            since.clear();
        }
    }

    /** Names alone, as a story has them. */
    private void names() {
        List<Draft> drafts = NamesInText.in(blocks.stream().filter(Line.class::isInstance).map(Line.class::cast).toList());
        if (!drafts.isEmpty()) {
            caption = Caption.NONE;
            keep(drafts, null, drafts.get(0).place);
            warnings.add(new Warning(Warning.Kind.INFERRED, drafts.get(0).place,
                    "There is no list; " + drafts.size() + " names were taken from the text."));
        }
    }

    /** The lines before the list, where one of them is a caption. */
    private List<Line> before(List<Line> rest) {
        List<Line> annexes = rest.stream().filter(line -> line.text().startsWith("附件")).toList();
        return annexes.isEmpty() ? List.of() : annexes.subList(annexes.size() - 1, annexes.size());
    }

    private void table(Table table, boolean ends) {
        Columns own = Columns.byHeadings(table.rows());
        boolean continued = false;
        if (own == null && columns != null && fits(table)) {
            own = columns.below(0);
            continued = last != null && since.stream().noneMatch(line -> line.text().startsWith("附件"));
        }
        if (own != null && columns != null && own.fields().equals(columns.fields()) && own.from() == 1
                && since.stream().allMatch(line -> CONTINUES.matcher(line.text()).matches())) {
            // The headings stand again at the top of a page
            continued = last != null;
        }
        if (own == null) {
            own = Columns.byContent(table.rows());
        }
        if (own == null) {
            notUnderstood(table);
            since.clear();
            return;
        }
        caption = continued ? caption : Caption.above(since, statements, announced);
        since.clear();
        if (caption.isExamples()) {
            warnings.add(new Warning(Warning.Kind.NOT_UNDERSTOOD, table.place(),
                    "“" + caption.annex() + "” holds examples and was left out."));
            return;
        }
        columns = own;
        TableReader.Reading reading = TableReader.read(table, own, continued ? last : null, budget);
        if (continued && last != null) {
            rows.set(rows.size() - 1, row(last, own.kind()));
        }
        List<Draft> drafts = new ArrayList<>(reading.drafts());
        warnings.addAll(reading.warnings());
        if (ends) {
            breakOff(table, own, drafts);
        }
        if (own.has(Field.PROBLEM)) {
            drafts.stream().filter(draft -> draft.problems.isEmpty()).forEach(draft -> warnings
                    .add(new Warning(Warning.Kind.INCOMPLETE, draft.place, "The row states no problem.")));
        }
        rejected.addAll(reading.rejected());
        keep(drafts, own.kind(), table.place());
        long apps = drafts.stream().map(draft -> draft.number == null ? draft.place : draft.number).distinct().count();
        if (reading.total() != null && reading.total() != drafts.size() && reading.total() != apps) {
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

    private void notUnderstood(Table table) {
        // A single row is part of how a page looks
        if (table.rows().size() > 1) {
            String first = String.join(" ", table.rows().get(0).cells().stream().map(Table.Cell::text).toList());
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
        // A format that closes its tables would show that it was cut off
        boolean lacksProblem = table.origin() != Table.Origin.GRID && columns.has(Field.PROBLEM) && end.problems.isEmpty()
                && drafts.subList(0, drafts.size() - 1).stream().noneMatch(draft -> draft.problems.isEmpty());
        if (lacksProblem || table.brokenOff()) {
            drafts.remove(end);
            warnings.removeIf(warning -> warning.place().equals(end.place));
            rejected.add(new RejectedRow(end.place, end.get(Field.APP), "The document breaks off within this row."));
        }
    }

    private void keep(List<Draft> drafts, AppKind kind, String place) {
        for (Draft draft : drafts) {
            rows.add(row(draft, kind));
            last = draft;
        }
        ReadList again = lists.isEmpty() ? null : lists.get(lists.size() - 1);
        if (again != null && caption.annex() != null && Objects.equals(again.annex(), caption.annex())) {
            lists.set(lists.size() - 1, new ReadList(again.annex(), again.owner(), again.measure(), again.declaredCount(),
                    again.rows() + drafts.size(), again.place()));
        } else {
            Integer declared = caption.declared() == null
                    ? AnnexStatements.declared(statements.sentences(), caption.number())
                    : caption.declared();
            if (caption.number() != null) {
                annexes.add(caption.number());
            }
            lists.add(new ReadList(caption.annex(), caption.owner(), ofList(), declared, drafts.size(), place));
        }
    }

    private ReadRow row(Draft draft, AppKind kind) {
        AppKind ofList = kind == null && caption.title() != null ? Headings.kind(caption.title()) : kind;
        Measure ofSection = Caption.measure(draft.section);
        return draft.row(caption.annex(), ofSection == null ? ofList() : ofSection, ofList);
    }

    private Measure ofList() {
        Measure ofCaption = caption.measure() == null ? AnnexStatements.measure(statements.sentences(), caption.number())
                : caption.measure();
        return ofCaption == null ? measure : ofCaption;
    }

    private void picture(Picture picture) {
        boolean announcedHere = !since.isEmpty() && since.subList(Math.max(0, since.size() - 3), since.size()).stream()
                .anyMatch(line -> LISTED.matcher(line.text()).find());
        boolean named = LISTED.matcher(picture.description()).find();
        warnings.add(new Warning(Warning.Kind.PICTURE, picture.place(), announcedHere || named
                ? "A picture stands where the list should be; its rows cannot be read."
                : "A picture, which is not read, may hold rows."));
    }

    /** The number that the notice states: that of all its lists, where each has its own. */
    private Integer declared() {
        boolean each = lists.size() > 1 && lists.stream().allMatch(list -> list.declaredCount() != null);
        if (each) {
            return lists.stream().mapToInt(ReadList::declaredCount).sum();
        }
        Integer total = annexes.size() > 1 ? AnnexStatements.total(statements.sentences(), annexes) : null;
        return total == null ? statements.declared : total;
    }

    private void checkCount() {
        Integer declared = declared();
        if (declared == null) {
            return;
        }
        // Several lines under one number are one app
        long apps = rows.stream()
                .map(row -> row.number() == null ? row.app() + "\n" + row.store() + "\n" + row.version()
                        : row.annex() + "\n" + row.number())
                .distinct().count();
        if (apps != declared && rows.size() != declared) {
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
