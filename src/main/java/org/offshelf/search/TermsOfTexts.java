package org.offshelf.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TextStyle;

/** Analyses texts into the terms they are found by. */
final class TermsOfTexts {

    private static final int CHUNK = 500;
    private static final Comparator<List<Object>> BY_KEY = Comparator.comparing((List<Object> row) -> (Integer) row.get(0))
            .thenComparing(row -> (String) row.get(1)).thenComparing(row -> (Long) row.get(2));

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
        List<List<Object>> terms = new ArrayList<>();
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
            List<List<Object>> terms = new ArrayList<>();
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

    private static void addTerms(long id, SearchedText text, Folded folded, List<List<Object>> terms) {
        int size = text.size(folded);
        for (Term term : Term.of(folded, text.style())) {
            terms.add(List.of(term.kind().number(), term.text(), id, size));
        }
    }

    private static void write(Connection connection, List<List<Object>> terms) throws SQLException {
        // In the order of the index: texts of one list share most of their terms, which then stand next to each other.
        terms.sort(BY_KEY);
        Jdbc.each(connection, "insert into term (kind, term, text_id, size) values (?, ?, ?, ?)", terms);
    }
}
