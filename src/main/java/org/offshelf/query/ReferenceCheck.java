package org.offshelf.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.http.Fault;
import org.offshelf.http.Nearest;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

/** Tells an id that names nothing from one that finds nothing: the first is a mistake, and is answered with what was meant. */
@ApplicationScoped
public class ReferenceCheck {

    /** Collections up to this size have all their ids listed and compared; of larger ones, those that begin alike. */
    private static final int MANY = 300;
    private static final int LISTED = 60;
    private static final int PREFIX = 6;
    /** Each suggestion costs a query. */
    private static final int SUGGESTED = 10;

    private final Session session;
    private final DatedTables dated;

    ReferenceCheck(Session session, DatedTables dated) {
        this.session = session;
        this.dated = dated;
    }

    /**
     * Ends the request with all its faults, those found before and the ids among its criteria that name nothing; with the
     * request that was meant, where every fault suggests one.
     */
    void requireKnown(CollectionSchema schema, Links links, List<Criterion> criteria, List<Fault> found) {
        requireKnown(schema, links, criteria, found, List.of());
    }

    /** @param others told with the rest, if there is any */
    void requireKnown(CollectionSchema schema, Links links, List<Criterion> criteria, List<Fault> found, List<Fault> others) {
        List<Fault> faults = new ArrayList<>(found);
        faults.addAll(faults(criteria));
        if (!faults.isEmpty()) {
            faults.addAll(others);
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults)
                    .trying(links.corrected(faults).orElse(null)).documentedAt("/v1/fields/" + schema.name()));
        }
    }

    private List<Fault> faults(List<Criterion> criteria) {
        return criteria.stream()
                .filter(c -> c.filter().field().type() == FieldType.REFERENCE && c.filter().comparison().takesMany())
                .flatMap(c -> faults(c.filter().parameter(), c.filter().field().target(), c.values()).stream()).toList();
    }

    /** What is wrong with references that are to be written: they must be to records that speak for themselves. */
    public List<Fault> faultsOfReferences(String place, CollectionSchema target, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>(faults(place, target, List.copyOf(ids)));
        session.createNativeQuery("select id from " + target.table() + " where standing = 'retracted' and id in (?1)",
                String.class).setParameterList(1, ids).getResultList()
                .forEach(
                        id -> faults.add(new Fault(place, id, Fault.UNKNOWN_VALUE, "`" + id + "` was retracted.", null, null)));
        return faults;
    }

    private List<Fault> faults(String parameter, CollectionSchema target, List<Object> ids) {
        Set<Object> unknown = new LinkedHashSet<>(ids);
        List<Fault> faults = new ArrayList<>();
        for (Object[] known : session.createNativeQuery(
                "select id, successor_id from " + target.table() + " where id in (?1)", Object[].class)
                .setParameterList(1, ids).getResultList()) {
            unknown.remove(known[0]);
            if (known[1] != null) {
                faults.add(merged(parameter, (String) known[0], (String) known[1]));
            }
        }
        boolean isSmall = !unknown.isEmpty() && isSmall(target);
        unknown.stream().limit(SUGGESTED).forEach(id -> faults.add(fault(parameter, target, id.toString(), isSmall)));
        if (unknown.size() > SUGGESTED) {
            faults.add(Fault.invalidValue(parameter, null, (unknown.size() - SUGGESTED) + " more of these ids name nothing."));
        }
        return faults;
    }

    /** Nothing refers to a merged record any more: to answer that nothing was found would mislead. */
    private static Fault merged(String parameter, String id, String successor) {
        return new Fault(parameter, id, Fault.UNKNOWN_VALUE, "`" + id + "` was merged into `" + successor + "`.", null,
                successor);
    }

    private Fault fault(String parameter, CollectionSchema target, String id, boolean isSmall) {
        List<String> known = neighbours(target, id, isSmall);
        Fault fault = Fault.unknownValue(parameter, id, known, Nearest.match(id, known));
        boolean isWhole = known.size() <= LISTED && isSmall;
        return new Fault(fault.parameter(), fault.value(), fault.code(), fault.message(), isWhole ? known : null,
                fault.didYouMean());
    }

    Optional<String> nearest(CollectionSchema target, String id) {
        return Nearest.match(id, neighbours(target, id, isSmall(target)));
    }

    private List<String> neighbours(CollectionSchema target, String id, boolean isSmall) {
        return isSmall ? ids(target, "") : ids(target, id.substring(0, Math.min(PREFIX, id.length())));
    }

    private boolean isSmall(CollectionSchema target) {
        return session
                .createNativeQuery(dated.over("select id from " + target.table() + " limit " + (MANY + 1), null), String.class)
                .getResultList().size() <= MANY;
    }

    private List<String> ids(CollectionSchema target, String prefix) {
        String pattern = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String sql = "select id from " + target.table() + " where id like ?1 order by id limit " + MANY;
        return session.createNativeQuery(dated.over(sql, null), String.class).setParameter(1, pattern).getResultList();
    }
}
