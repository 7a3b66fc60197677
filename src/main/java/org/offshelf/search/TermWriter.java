package org.offshelf.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Chunks;
import org.offshelf.ledger.WriteListener;
import org.offshelf.ledger.WrittenIds;
import org.offshelf.query.CollectionSchema;

/** Keeps the terms of records: what a write changed in the searched texts is changed in the index, and nothing else is. */
@ApplicationScoped
class TermWriter implements WriteListener {

    private static final int CHUNK = 500;

    private final Session session;
    private final SideIndex side;

    TermWriter(Session session, SideIndex side) {
        this.session = session;
        this.side = side;
    }

    @Override
    public void written(Map<String, WrittenIds> ids, boolean isPart) {
        ids.forEach((type, some) -> Collections.ofType(type).ifPresent(schema -> refresh(schema, some, isPart)));
    }

    /** Brings the terms of these records in line with their texts. */
    void refresh(CollectionSchema schema, Collection<String> ids) {
        refresh(schema, new WrittenIds(new LinkedHashSet<>(ids), Set.of()), false);
    }

    /** @param isPart whether the write is a large one, and goes on */
    private void refresh(CollectionSchema schema, WrittenIds ids, boolean isPart) {
        if (schema.searched().isEmpty()) {
            return;
        }
        Chunks.of(ids.all(), CHUNK).forEach(some -> session.doWork(connection -> {
            RecordTexts texts = new RecordTexts(connection, schema);
            Map<RecordTexts.Place, SearchedText> wanted = texts.wanted(some);
            Set<RecordTexts.Place> present = texts.present(some.stream().filter(id -> !ids.created().contains(id)).toList());
            Set<RecordTexts.Place> gone = new LinkedHashSet<>(present);
            gone.removeAll(wanted.keySet());
            Map<RecordTexts.Place, SearchedText> fresh = new LinkedHashMap<>(wanted);
            fresh.keySet().removeAll(present);
            index(connection, fresh.values(), isPart);
            texts.remove(gone);
            texts.add(fresh.keySet());
        }));
    }

    /** Within one write either here or beside it: two transactions would wait for each other's texts. */
    private void index(Connection connection, Collection<SearchedText> texts, boolean isPart) throws SQLException {
        boolean isBeside = (isPart || side.isInUse()) && !texts.isEmpty() && side.take(texts);
        if (!isBeside) {
            TermsOfTexts.index(connection, texts);
        }
    }

    /** Analyses all texts again, of the present and of the past. */
    void analyseAnew() {
        session.createNativeMutationQuery("delete from term").executeUpdate();
        session.doWork(TermsOfTexts::analyseAnew);
    }
}
