package org.offshelf.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.offshelf.app.App;
import org.offshelf.app.AppSchema;
import org.offshelf.app.Operator;
import org.offshelf.app.OperatorSchema;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingSchema;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.query.Searched;
import org.offshelf.search.SearchedText;
import org.offshelf.source.Source;
import org.offshelf.source.SourceSchema;
import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TextStyle;

/** The texts that records are found by. Each is analysed once, when all are known, in the order of their ids. */
final class Texts {

    static final TableColumns RECORDS = TableColumns.versioned("record_text",
            List.of("record_type", "record_id", "field", "text_id", "weight"));
    static final TableColumns TEXTS = TableColumns.of("searched_text", "id", "style", "printed", "folded");
    static final TableColumns TERMS = TableColumns.of("term", "kind", "term", "text_id", "size");

    private static final Map<Class<?>, List<Searched>> SEARCHED = Map.of(App.class, AppSchema.APPS.searched(),
            Operator.class, OperatorSchema.OPERATORS.searched(), Finding.class, FindingSchema.FINDINGS.searched(),
            Notice.class, NoticeSchema.NOTICES.searched(), Source.class, SourceSchema.SOURCES.searched());
    private static final int REMEMBERED = 1 << 20;

    private final Sorter sorter;
    private final Path folder;
    private final Set<Long> held;
    /** Texts that were noted lately, each at the place of its id: most are noted again and again. */
    private final long[] noted = new long[REMEMBERED];

    /** A text in a field of a record. */
    interface Places {
        void place(String field, long text, int weight);
    }

    /** @param held the ids of texts that were analysed before */
    Texts(Path folder, Set<Long> held) {
        this.folder = folder;
        this.held = held;
        this.sorter = new Sorter(folder, Arrays::compareUnsigned);
    }

    /** Notes the texts of a new record. */
    void of(RegistryRecord record, RecordType type, Places places) {
        for (Searched searched : SEARCHED.getOrDefault(record.getClass(), List.of())) {
            printed(searched.field(), record, type).map(String::strip).filter(text -> !text.isEmpty()).distinct()
                    .forEach(printed -> {
                        SearchedText text = new SearchedText(searched.style(), printed);
                        long id = text.id();
                        note(id, text);
                        places.place(searched.field(), id, searched.weight());
                    });
        }
    }

    private static Stream<String> printed(String field, RegistryRecord record, RecordType type) {
        if (record instanceof App app && field.equals("identifiers")) {
            return app.identifier.stream().map(identifier -> identifier.value());
        }
        Object value = type.value(field, record);
        return value == null ? Stream.empty()
                : value instanceof Collection<?> many ? many.stream().map(String.class::cast) : value.toString().lines();
    }

    private void note(long id, SearchedText text) {
        int place = (int) (id & REMEMBERED - 1);
        if (noted[place] != id) {
            noted[place] = id;
            byte[] printed = text.printed().getBytes(StandardCharsets.UTF_8);
            sorter.add(ByteBuffer.allocate(9 + printed.length).putLong(id ^ Long.MIN_VALUE).put((byte) text.style().ordinal())
                    .put(printed).array());
        }
    }

    /** Writes them and their terms, which it puts in order meanwhile. */
    long end(Feed.Connections database) {
        // By kind and term alone: the ids of the texts come in their order
        Sorter terms = new Sorter(folder, Texts::byKindAndTerm);
        Feed texts = new Feed(database, TEXTS);
        byte[][] last = { new byte[0] };
        sorter.drain(line -> {
            if (!Arrays.equals(line, last[0])) {
                last[0] = line;
                write(ByteBuffer.wrap(line), texts, terms);
            }
        });
        texts.end();
        Feed sorted = new Feed(database, TERMS);
        terms.drain(sorted::add);
        sorted.end();
        return texts.rows() + sorted.rows();
    }

    private void write(ByteBuffer noted, Feed texts, Sorter terms) {
        long id = noted.getLong() ^ Long.MIN_VALUE;
        if (held.contains(id)) {
            return;
        }
        SearchedText text = new SearchedText(TextStyle.values()[noted.get()],
                StandardCharsets.UTF_8.decode(noted).toString());
        Folded folded = text.folded();
        texts.add(new Line().add(id).add(text.style().name()).add(text.printed()).add(folded.text()).bytes());
        int size = text.size(folded);
        for (Term term : Term.of(folded, text.style())) {
            terms.add(new Line().add(term.kind().number()).add(term.text()).add(id).add(size).bytes());
        }
    }

    /** By the first two cells. A tab is less than what a longer term goes on with. */
    private static int byKindAndTerm(byte[] one, byte[] other) {
        int difference = Arrays.mismatch(one, other);
        int tabs = 0;
        for (int i = 0; i < difference && tabs < 2; i++) {
            tabs += one[i] == '\t' ? 1 : 0;
        }
        return difference < 0 || tabs == 2 ? 0
                : Byte.compareUnsigned(one[difference], other[difference]);
    }
}
