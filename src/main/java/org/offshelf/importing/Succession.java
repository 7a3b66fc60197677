package org.offshelf.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which ids and identities are taken, and where merged records went. */
final class Succession {

    private final String prefix;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> identities = new HashSet<>();
    private final Map<String, String> successors = new HashMap<>();

    /** @param prefix of the ids */
    Succession(String prefix) {
        this.prefix = prefix;
    }

    /** @param successor null unless the record was merged */
    void add(String id, String identity, String successor) {
        ids.add(id);
        identities.add(identity);
        if (successor != null) {
            successors.put(id, successor);
        }
    }

    /**
     * Records of which no more is known have these ids.
     *
     * @return whether one of them was free so far
     */
    boolean take(Collection<String> taken) {
        return ids.addAll(taken);
    }

    /** Where the record has gone in the end. */
    String current(String id) {
        String current = id;
        while (successors.containsKey(current)) {
            current = successors.get(current);
        }
        return current;
    }

    /** A retracted record keeps its identity; the next one of the same name is another. */
    String freeIdentity(String wanted) {
        String identity = wanted;
        for (int attempt = 2; identities.contains(identity); attempt++) {
            identity = wanted + '#' + attempt;
        }
        return identity;
    }

    String freeId(String identity) {
        return Ids.derive(prefix, identity, ids::contains);
    }
}
