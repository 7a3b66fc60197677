package org.offshelf.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.offshelf.database.Chunks;
import org.offshelf.term.CompanyNames;
import org.offshelf.term.Editions;
import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TermKind;

/**
 * Finds the ids of all records that {@link KnownApps} and {@link KnownOperators} would consider for what a document names, and
 * of some more: by the terms search has of their names, by their identities, and by the companies that are named.
 */
@ApplicationScoped
class NamedFinder {

    /** Of a thousand the database makes a subquery (in_predicate_conversion_threshold), and a scan of what were ranges. */
    private static final int CHUNK = 500;
    /** Each row that is found is compared with all ranges. */
    private static final int RANGES = 200;

    private final Session session;

    NamedFinder(Session session) {
        this.session = session;
    }

    Set<String> operators(Named named) {
        Set<String> terms = new LinkedHashSet<>();
        Set<String> identities = new LinkedHashSet<>();
        for (String developer : named.developers()) {
            Folded folded = Folded.of(developer);
            terms.add(term(folded.squeezed()));
            terms.add(term(CompanyNames.core(folded).squeezed()));
            identities.add(Names.normalise(developer));
        }
        Set<String> ids = new HashSet<>(named.operatorIds());
        ids.addAll(withTerms("operator", terms));
        // Its own, and those of others of the name, which have a number behind a #
        ids.addAll(between("operator", identities, "", "$"));
        return ids;
    }

    /** @param operators the companies that are named */
    Set<String> apps(Named named, Collection<String> operators) {
        Set<String> terms = new LinkedHashSet<>();
        Set<String> identities = new LinkedHashSet<>();
        for (Named.App app : named.apps()) {
            String squeezed = Folded.of(app.name()).squeezed();
            terms.add(term(squeezed));
            Editions.of(squeezed).ifPresent(bare -> terms.add(term(bare)));
            identities.add(KnownApps.key(app.kind(), Names.normalise(app.name())));
        }
        named.filingNumbers().forEach(number -> terms.add(term(new Folded(KnownApps.filingKey(number)).squeezed())));
        Set<String> ids = new HashSet<>(named.appIds());
        ids.addAll(withTerms("app", terms));
        // Of whatever operator
        ids.addAll(between("app", identities, "|", "}"));
        ids.addAll(select("select id from (select id, row_number() over (partition by operator_id order by identity) number"
                + " from app where operator_id in (?1) and standing = 'current') a where number <= " + KnownApps.COMPARED,
                operators, String.class));
        return ids;
    }

    /** Those of the ids that are taken. */
    Set<String> taken(String table, Stream<String> ids) {
        return new HashSet<>(select("select id from " + table + " where id in (?1)", ids.collect(Collectors.toSet()),
                String.class));
    }

    /** @param sql with one list, ?1, that may be too long for one statement */
    <T> List<T> select(String sql, Collection<String> values, Class<T> type) {
        List<T> rows = new ArrayList<>();
        Chunks.of(values, CHUNK).forEach(
                some -> rows.addAll(session.createNativeQuery(sql, type).setParameterList(1, some).getResultList()));
        return rows;
    }

    private List<String> withTerms(String type, Set<String> terms) {
        return select("select straight_join x.record_id from term k join record_text x on x.text_id = k.text_id"
                + " and x.record_type = '" + type + "' where k.kind in (" + TermKind.WHOLE.number() + ", "
                + TermKind.BARE.number() + ") and k.term in (?1)", terms, String.class);
    }

    /** The records whose identities begin with one of these: from what follows it at least to what follows it no more. */
    private List<String> between(String table, Set<String> identities, String least, String end) {
        List<String> ids = new ArrayList<>();
        for (List<String> some : Chunks.of(identities, RANGES)) {
            String ranges = some.stream().map(identity -> "identity >= ? and identity < ?").collect(Collectors.joining(" or "));
            NativeQuery<String> query = session.createNativeQuery("select id from " + table + " where " + ranges, String.class);
            int position = 1;
            for (String identity : some) {
                query.setParameter(position++, identity + least).setParameter(position++, identity + end);
            }
            ids.addAll(query.getResultList());
        }
        return ids;
    }

    private static String term(String squeezed) {
        return new Term(TermKind.WHOLE, squeezed).text();
    }
}
