package org.offshelf.curating;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.query.CollectionSchema;

/** Keeps current records from referring to what no longer speaks for itself. */
@ApplicationScoped
class References {

    private final Session session;

    References(Session session) {
        this.session = session;
    }

    /** Ends the request with 409 while current records refer to this one. */
    void requireNoneTo(CollectionSchema schema, String id) {
        Map<String, Set<String>> referring = new LinkedHashMap<>();
        for (Reference reference : Reference.ALL) {
            if (reference.to() == schema) {
                List<String> ids = session.createNativeQuery("select distinct r.id from " + reference.join() + " where t."
                        + reference.column() + " = ?1 and r.standing = 'current'", String.class).setParameter(1, id)
                        .getResultList();
                if (!ids.isEmpty()) {
                    referring.computeIfAbsent(reference.from().name(), any -> new TreeSet<>()).addAll(ids);
                }
            }
        }
        if (!referring.isEmpty()) {
            throw Impossible
                    .because("The " + schema.singular() + " `" + id + "` cannot be retracted while other records refer to it: "
                            + referring.entrySet().stream().map(References::described).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String described(Map.Entry<String, Set<String>> referring) {
        return referring.getValue().size() + " " + referring.getKey() + " (such as `" + referring.getValue().iterator().next()
                + "`)";
    }

    /** Ends the request with 409 while the record refers to one that was retracted. */
    void requireAllCurrent(CollectionSchema schema, String id) {
        for (Reference reference : Reference.ALL) {
            if (reference.from() == schema) {
                session.createNativeQuery("select o.id from " + reference.join() + " join " + reference.to().table()
                        + " o on o.id = t." + reference.column() + " where r.id = ?1 and o.standing <> 'current'", String.class)
                        .setParameter(1, id).getResultList().stream().findFirst().ifPresent(former -> {
                            throw Impossible.because("It refers to the " + reference.to().singular() + " `" + former
                                    + "`, which is retracted or merged. Restore that first.");
                        });
            }
        }
    }
}
