package org.offshelf.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which records go by a name, in the order in which they became known. */
final class NameIndex {

    private final Map<String, Collection<String>> ids = new HashMap<>();

    void put(String name, String id) {
        ids.merge(name, List.of(id), (held, one) -> Few.with(held, id));
    }

    /** @return none if nobody goes by the name */
    Collection<String> get(String name) {
        return ids.getOrDefault(name, List.of());
    }
}
