package org.offshelf.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.offshelf.database.Chunks;
import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TextStyle;

/** Analyses texts into the terms they are found by. */
final class TermsOfTexts {

    private static final int CHUNK = 500;
    private static final Comparator<Line> BY_KEY = Comparator.comparingInt(Line::kind).thenComparing(Line::term)
            .thenComparingLong(Line::text);

    private TermsOfTexts() {
    }

    /**
     * Analyses those of the texts that no record had before. A write that failed may have left a part of its own under way,
     * which
     * then writes the same.
     */
    static void index(Connection connection, Collection<SearchedText> texts) throws SQLException {
        Map<Long, SearchedText> fresh = new LinkedHashMap<>();
        texts.forEach(text -> fresh.put(text.id(), text));
        for (List<Long> some : Chunks.of(fresh.keySet(), CHUNK)) {
            fresh.keySet().removeAll(new HashSet<>(Jdbc.select(connection,
                    "select id from searched_text where id in " + Jdbc.marks(some.size()), some, row -> row.getLong(1))));
        }
        List<List<Object>> rows = new ArrayList<>();
        List<Line> terms = new ArrayList<>();
        fresh.forEach((id, text) -> {
            Folded folded = text.folded();
            rows.add(List.of(id, text.style().name(), text.printed(), folded.text()));
            addTerms(id, text, folded, terms);
        });
        Jdbc.each(connection, "insert into searched_text (id, style, printed, folded) values (?, ?, ?, ?)", rows);
        write(connection, terms);
    }

    /** Analyses all texts again, of the present and of the past. */
    static void analyseAnew(Connection connection) throws SQLException {
        long last = Long.MIN_VALUE;
        for (List<SearchedText> some = after(connection, last); !some.isEmpty(); some = after(connection, last)) {
            List<List<Object>> rows = new ArrayList<>();
            List<Line> terms = new ArrayList<>();
            for (SearchedText text : some) {
                last = text.id();
                Folded folded = text.folded();
                rows.add(List.of(folded.text(), last));
                addTerms(last, text, folded, terms);
            }
            Jdbc.each(connection, "update searched_text set folded = ? where id = ?", rows);
            write(connection, terms);
        }
    }

    private static List<SearchedText> after(Connection connection, long id) throws SQLException {
        return Jdbc.select(connection, "select style, printed from searched_text where id > ? order by id limit " + CHUNK,
                List.of(id), row -> new SearchedText(TextStyle.valueOf(row.getString(1)), row.getString(2)));
    }

    private static void addTerms(long id, SearchedText text, Folded folded, List<Line> terms) {
        int size = text.size(folded);
        for (Term term : Term.of(folded, text.style())) {
            terms.add(new Line(term.kind().number(), term.text(), id, size));
        }
    }

    private static void write(Connection connection, List<Line> terms) throws SQLException {
        // In the order of the index: texts of one list share most of their terms, which then stand next to each other.
        terms.sort(BY_KEY);
        Jdbc.each(connection, "insert into term (kind, term, text_id, size) values (?, ?, ?, ?)", terms, Line::bind);
    }

    /** A row of the table of terms; there are a dozen of each text. */
    private record Line(int kind, String term, long text, int size) {

        static void bind(PreparedStatement statement, Line line) throws SQLException {
            statement.setInt(1, line.kind);
            statement.setString(2, line.term);
            statement.setLong(3, line.text);
            statement.setInt(4, line.size);
        }
    }
}
