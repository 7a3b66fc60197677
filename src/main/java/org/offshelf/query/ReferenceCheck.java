package org.offshelf.query;

import java.util.ArrayList;
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
class ReferenceCheck {

    /** Collections up to this size have all their ids listed and compared; of larger ones, those that begin alike. */
    private static final int MANY = 300;
    private static final int LISTED = 60;
    private static final int PREFIX = 6;

    private final Session session;

    ReferenceCheck(Session session) {
        this.session = session;
    }

    /** Ends the request with all its faults, those found before and the ids among its criteria that name nothing. */
    void requireKnown(List<Criterion> criteria, List<Fault> found) {
        requireKnown(criteria, found, List.of());
    }

    /** @param others told with the rest, if there is any */
    void requireKnown(List<Criterion> criteria, List<Fault> found, List<Fault> others) {
        List<Fault> faults = new ArrayList<>(found);
        faults.addAll(faults(criteria));
        if (!faults.isEmpty()) {
            faults.addAll(others);
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults));
        }
    }

    private List<Fault> faults(List<Criterion> criteria) {
        return criteria.stream()
                .filter(c -> c.filter().field().type() == FieldType.REFERENCE && c.filter().operator().takesMany())
                .flatMap(c -> faults(c.filter().parameter(), c.filter().field().target(), c.values()).stream()).toList();
    }

    private List<Fault> faults(String parameter, CollectionSchema target, List<Object> ids) {
        Set<Object> unknown = new LinkedHashSet<>(ids);
        unknown.removeAll(session.createNativeQuery("select id from " + target.table() + " where id in (?1)", String.class)
                .setParameterList(1, ids).getResultList());
        return unknown.stream().map(id -> fault(parameter, target, id.toString())).toList();
    }

    private Fault fault(String parameter, CollectionSchema target, String id) {
        List<String> known = neighbours(target, id);
        Optional<String> nearest = Nearest.match(id, known);
        Fault fault = Fault.unknownValue(parameter, id, known, nearest);
        boolean isWhole = known.size() <= LISTED && isSmall(target);
        return new Fault(fault.parameter(), fault.value(), fault.code(), fault.message(), isWhole ? known : null,
                fault.didYouMean());
    }

    Optional<String> nearest(CollectionSchema target, String id) {
        return Nearest.match(id, neighbours(target, id));
    }

    private List<String> neighbours(CollectionSchema target, String id) {
        if (isSmall(target)) {
            return ids(target, "");
        }
        return ids(target, id.substring(0, Math.min(PREFIX, id.length())));
    }

    private boolean isSmall(CollectionSchema target) {
        return session.createNativeQuery("select id from " + target.table() + " limit " + (MANY + 1), String.class)
                .getResultList().size() <= MANY;
    }

    private List<String> ids(CollectionSchema target, String prefix) {
        String pattern = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return session.createNativeQuery("select id from " + target.table() + " where id like ?1 order by id limit " + MANY,
                String.class).setParameter(1, pattern).getResultList();
    }
}
