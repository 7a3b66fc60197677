package org.offshelf.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.ledger.WriteListener;
import org.offshelf.query.CollectionSchema;
import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TextStyle;

/** Keeps the terms of records: what a write changed in the searched texts is changed in the index, and nothing else is. */
@ApplicationScoped
class TermWriter implements WriteListener {

    private static final int CHUNK = 500;

    private final Session session;

    TermWriter(Session session) {
        this.session = session;
    }

    @Override
    public void written(Map<String, Set<String>> ids) {
        ids.forEach((type, some) -> Collections.ofType(type).ifPresent(schema -> refresh(schema, some)));
    }

    /** Brings the terms of these records in line with their texts. */
    void refresh(CollectionSchema schema, Collection<String> ids) {
        if (schema.searched().isEmpty()) {
            return;
        }
        Chunks.of(ids, CHUNK).forEach(some -> session.doWork(connection -> {
            RecordTexts texts = new RecordTexts(connection, schema);
            Map<RecordTexts.Place, SearchedText> wanted = texts.wanted(some);
            Set<RecordTexts.Place> present = texts.present(some);
            Set<RecordTexts.Place> gone = new LinkedHashSet<>(present);
            gone.removeAll(wanted.keySet());
            Map<RecordTexts.Place, SearchedText> fresh = new LinkedHashMap<>(wanted);
            fresh.keySet().removeAll(present);
            texts.remove(gone);
            index(connection, fresh.values());
            texts.add(fresh.keySet());
        }));
    }

    /** Analyses the texts that no record had before. */
    private static void index(Connection connection, Collection<SearchedText> texts) throws SQLException {
        Map<Long, SearchedText> fresh = new LinkedHashMap<>();
        texts.forEach(text -> fresh.put(text.id(), text));
        for (List<Long> some : Chunks.of(fresh.keySet(), CHUNK)) {
            fresh.keySet().removeAll(new HashSet<>(Jdbc.select(connection,
                    "select id from searched_text where id in " + Jdbc.marks(some.size()), some, row -> row.getLong(1))));
        }
        write(connection, fresh.values(), "insert into searched_text (folded, id, style, printed) values (?, ?, ?, ?)",
                (text, folded) -> List.of(folded, text.id(), text.style().name(), text.printed()));
    }

    /** Analyses all texts again, of the present and of the past. */
    void analyseAnew() {
        session.createNativeMutationQuery("delete from term").executeUpdate();
        session.doWork(connection -> {
            long last = Long.MIN_VALUE;
            for (List<SearchedText> some = after(connection, last); !some.isEmpty(); some = after(connection, last)) {
                write(connection, some, "update searched_text set folded = ? where id = ?",
                        (text, folded) -> List.of(folded, text.id()));
                last = some.get(some.size() - 1).id();
            }
        });
    }

    private static List<SearchedText> after(Connection connection, long id) throws SQLException {
        return Jdbc.select(connection, "select style, printed from searched_text where id > ? order by id limit " + CHUNK,
                List.of(id), row -> new SearchedText(TextStyle.valueOf(row.getString(1)), row.getString(2)));
    }

    /** Folds each text once, for its own row and for its terms. */
    private static void write(Connection connection, Collection<SearchedText> texts, String sql,
            BiFunction<SearchedText, String, List<Object>> row) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        List<List<Object>> terms = new ArrayList<>();
        for (SearchedText text : texts) {
            Folded folded = text.folded();
            rows.add(row.apply(text, folded.text()));
            for (Term term : Term.of(folded, text.style())) {
                terms.add(List.of(term.kind().number(), term.text(), text.id(), text.size(folded)));
            }
        }
        Jdbc.each(connection, sql, rows);
        Jdbc.each(connection, "insert into term (kind, term, text_id, size) values (?, ?, ?, ?)", terms);
    }
}
