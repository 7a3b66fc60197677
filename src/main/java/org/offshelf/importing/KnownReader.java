package org.offshelf.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.app.AppKind;
import org.offshelf.app.Identifier;
import org.offshelf.category.Categories;
import org.offshelf.ledger.Coded;
import org.offshelf.ledger.Standing;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;
import org.offshelf.regulator.Regulator;
import org.offshelf.regulator.Regulators;
import org.offshelf.store.Stores;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads what it takes to recognise what a document names, all at once: a document of a hundred thousand rows asks for no more
 * than one of ten.
 */
@ApplicationScoped
public class KnownReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
    };

    private final Session session;
    private final Categories categories;
    private final Stores stores;
    private final Regulators regulators;

    KnownReader(Session session, Categories categories, Stores stores, Regulators regulators) {
        this.session = session;
        this.categories = categories;
        this.stores = stores;
        this.regulators = regulators;
    }

    /** As the reading or the write that this is called in sees the registry. */
    public Known read() {
        KnownOperators operators = operators();
        return new Known(operators, apps(operators), new StoreSpellings(stores.listAll()),
                categories.list("standing", Standing.CURRENT), regulators());
    }

    public List<Regulator> regulators() {
        return regulators.list("standing", Standing.CURRENT);
    }

    private KnownOperators operators() {
        KnownOperators operators = new KnownOperators();
        rows("select id, identity, name, aliases, successor_id, standing, credit_code from operator order by identity")
                .forEach(row -> operators.add(
                        new KnownOperator((String) row[0], (String) row[1], (String) row[2], texts(row[3])),
                        (String) row[4], "current".equals(row[5]), (String) row[6]));
        return operators;
    }

    private KnownApps apps(KnownOperators operators) {
        KnownApps apps = new KnownApps(operators);
        rows("select id, identity, kind, name, aliases, operator_id, successor_id, standing from app order by identity")
                .forEach(row -> apps.add(new KnownApp((String) row[0], (String) row[1],
                        Coded.of(AppKind.class, (String) row[2]), (String) row[3], texts(row[4]), (String) row[5], false),
                        (String) row[6], "current".equals(row[7])));
        rows("select app_id, scheme, value from app_identifier where scheme = '" + KnownApps.FILING_NUMBER
                + "' order by app_id, value")
                .forEach(row -> apps.identify((String) row[0], new Identifier((String) row[1], (String) row[2])));
        return apps;
    }

    /** All notices, without what they name. */
    public List<KnownNotice> notices() {
        Map<String, Set<String>> regulatorsOf = new HashMap<>();
        rows("select notice_id, regulator_id from notice_regulator").forEach(
                row -> regulatorsOf.computeIfAbsent((String) row[0], any -> new TreeSet<>()).add((String) row[1]));
        List<KnownNotice> notices = new ArrayList<>();
        rows("select id, kind, title, batch_year, batch_number, overall_number, published, standing from notice order by id")
                .forEach(row -> notices.add(new KnownNotice((String) row[0], regulatorsOf.getOrDefault(row[0], Set.of()),
                        Coded.of(NoticeKind.class, (String) row[1]), (String) row[2], number(row[3]), number(row[4]),
                        number(row[5]), date(row[6]), "current".equals(row[7]))));
        return notices;
    }

    /** What is held of a notice; nothing if there is no such notice. */
    public Held held(String notice) {
        Notice held = session.find(Notice.class, notice);
        if (held == null) {
            return Held.nothing();
        }
        NoticeFacts facts = new NoticeFacts(held.id, Set.copyOf(held.regulator), held.kind, held.title, held.batchYear,
                held.batchNumber, held.overallNumber, held.published, held.publishedBasis, held.deadline, held.declaredCount,
                held.declaredParts, held.follows, held.legalBasis, Set.copyOf(held.category), held.summary,
                List.copyOf(held.citation));
        List<HeldFinding> findings = session.createQuery("select new org.offshelf.importing.HeldFinding(id, sequence,"
                + " printedRow, annex, appName, developer, version, storeName, problem, filingNumber, measure, published,"
                + " deadline, app, operator, store, categoryBasis) from Finding where notice = ?1"
                + " and standing = CURRENT order by sequence", HeldFinding.class).setParameter(1, notice).getResultList();
        Object[] last = session.createQuery("select max(sequence), max(revision) from Finding where notice = ?1",
                Object[].class).setParameter(1, notice).getSingleResult();
        return last[0] == null ? new Held(facts, findings, 0, held.revision)
                : new Held(facts, findings, (Integer) last[0], Math.max(held.revision, (Long) last[1]));
    }

    /** The findings of a notice by the app they name. */
    public Map<String, List<String>> findingsByApp(String notice) {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        session.createNativeQuery(
                "select id, app_id from finding where notice_id = ?1 and standing = 'current' order by sequence",
                Object[].class)
                .setParameter(1, notice).getResultList().forEach(row -> findings
                        .computeIfAbsent((String) row[1], any -> new ArrayList<>()).add((String) row[0]));
        return findings;
    }

    private List<Object[]> rows(String sql) {
        return session.createNativeQuery(sql, Object[].class).getResultList();
    }

    private static Integer number(Object column) {
        return column == null ? null : ((Number) column).intValue();
    }

    private static LocalDate date(Object column) {
        return column instanceof Date day ? day.toLocalDate() : (LocalDate) column;
    }

    private static List<String> texts(Object json) {
        try {
            return "[]".equals(json) ? List.of() : JSON.readValue((String) json, TEXTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
