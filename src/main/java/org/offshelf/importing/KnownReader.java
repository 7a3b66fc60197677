package org.offshelf.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

/** Reads what it takes to recognise what a document names. */
@ApplicationScoped
public class KnownReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
    };

    private static final String OPERATORS = "select id, identity, name, aliases, successor_id, standing, credit_code from operator";
    private static final int OPERATOR_SUCCESSOR = 4;
    private static final String APPS = "select id, identity, kind, name, aliases, operator_id, successor_id, standing from app";
    private static final int APP_OPERATOR = 5;
    private static final int APP_SUCCESSOR = 6;
    private static final String IDENTIFIERS = "select app_id, scheme, value from app_identifier where scheme = '"
            + KnownApps.FILING_NUMBER + "'";

    private final Session session;
    private final NamedFinder finder;
    private final Categories categories;
    private final Stores stores;
    private final Regulators regulators;

    KnownReader(Session session, NamedFinder finder, Categories categories, Stores stores, Regulators regulators) {
        this.session = session;
        this.finder = finder;
        this.categories = categories;
        this.stores = stores;
        this.regulators = regulators;
    }

    /** All there is: each file of a data set names records of those before it. */
    Known read() {
        KnownOperators operators = operators(rows(OPERATORS));
        return known(operators, apps(rows(APPS), rows(IDENTIFIERS), operators));
    }

    /**
     * What may be meant by what a document names, as the reading or the write that this is called in sees the registry: an
     * import takes what its document takes, however large the registry is.
     */
    public Known read(Named named) {
        Map<String, Object[]> operators = new HashMap<>();
        follow(OPERATORS, OPERATOR_SUCCESSOR, finder.operators(named), operators);
        Map<String, Object[]> apps = new HashMap<>();
        follow(APPS, APP_SUCCESSOR, finder.apps(named, operators(operators.values()).meant(named)), apps);
        follow(OPERATORS, OPERATOR_SUCCESSOR, apps.values().stream().map(row -> (String) row[APP_OPERATOR])
                .filter(Objects::nonNull).collect(Collectors.toSet()), operators);
        KnownOperators companies = operators(operators.values());
        KnownApps programs = apps(apps.values(),
                finder.select(IDENTIFIERS + " and app_id in (?1)", apps.keySet(), Object[].class), companies);
        // Each time one is, the next of the same identity has to be asked for
        while (companies.take(finder.taken("operator", named.developers().stream().map(companies::idToBe)))) {
        }
        while (programs.take(finder.taken("app", named.apps().stream().flatMap(programs::idsToBe)))) {
        }
        return known(companies, programs);
    }

    /**
     * Reads the records of these ids, those that they have become, and so on.
     *
     * @param successor the column that names it
     * @param rows by id, to which they are added
     */
    private void follow(String select, int successor, Set<String> ids, Map<String, Object[]> rows) {
        Set<String> wanted = new HashSet<>(ids);
        for (wanted.removeAll(rows.keySet()); !wanted.isEmpty(); wanted.removeAll(rows.keySet())) {
            List<Object[]> found = finder.select(select + " where id in (?1)", wanted, Object[].class);
            found.forEach(row -> rows.put((String) row[0], row));
            wanted = found.stream().map(row -> (String) row[successor]).filter(Objects::nonNull).collect(Collectors.toSet());
        }
    }

    private Known known(KnownOperators operators, KnownApps apps) {
        return new Known(operators, apps, new StoreSpellings(stores.listAll()),
                categories.list("standing", Standing.CURRENT));
    }

    public List<Regulator> regulators() {
        return regulators.list("standing", Standing.CURRENT);
    }

    private static KnownOperators operators(Collection<Object[]> rows) {
        KnownOperators operators = new KnownOperators();
        byIdentity(rows).forEach(row -> operators.add(
                new KnownOperator((String) row[0], (String) row[1], (String) row[2], texts(row[3])), (String) row[4],
                "current".equals(row[5]), (String) row[6]));
        return operators;
    }

    private static KnownApps apps(Collection<Object[]> rows, List<Object[]> identifiers, KnownOperators operators) {
        KnownApps apps = new KnownApps(operators);
        byIdentity(rows).forEach(row -> apps.add(new KnownApp((String) row[0], (String) row[1],
                Coded.of(AppKind.class, (String) row[2]), (String) row[3], texts(row[4]), (String) row[5], false),
                (String) row[6], "current".equals(row[7])));
        identifiers.stream().sorted(Comparator.comparing(row -> (String) row[0] + '|' + row[2]))
                .forEach(row -> apps.identify((String) row[0], new Identifier((String) row[1], (String) row[2])));
        return apps;
    }

    /** Whoever is known first is proposed first, in whatever order they were found. */
    private static Stream<Object[]> byIdentity(Collection<Object[]> rows) {
        return rows.stream().sorted(Comparator.comparing(row -> (String) row[1]));
    }

    /** The notices of any of the regulators, and those of the ids, without what they name. */
    public List<KnownNotice> notices(Set<String> regulators, Set<String> ids) {
        Set<String> wanted = new TreeSet<>(ids);
        wanted.addAll(
                finder.select("select notice_id from notice_regulator where regulator_id in (?1)", regulators, String.class));
        Map<String, Set<String>> regulatorsOf = new HashMap<>();
        finder.select("select notice_id, regulator_id from notice_regulator where notice_id in (?1)", wanted, Object[].class)
                .forEach(row -> regulatorsOf.computeIfAbsent((String) row[0], any -> new TreeSet<>()).add((String) row[1]));
        return finder.select("select id, kind, title, batch_year, batch_number, overall_number, published, standing from notice"
                + " where id in (?1)", wanted, Object[].class).stream()
                .map(row -> new KnownNotice((String) row[0], regulatorsOf.getOrDefault(row[0], Set.of()),
                        Coded.of(NoticeKind.class, (String) row[1]), (String) row[2], number(row[3]), number(row[4]),
                        number(row[5]), date(row[6]), "current".equals(row[7])))
                .sorted(Comparator.comparing(KnownNotice::id)).toList();
    }

    public List<String> noticeIds() {
        return session.createNativeQuery("select id from notice order by id", String.class).getResultList();
    }

    public boolean isNotice(String id) {
        return !session.createNativeQuery("select id from notice where id = ?1", String.class).setParameter(1, id)
                .getResultList()
                .isEmpty();
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
