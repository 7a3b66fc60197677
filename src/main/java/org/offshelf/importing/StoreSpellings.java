package org.offshelf.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.offshelf.store.Store;

/** Recognises stores by the spellings regulators print. */
final class StoreSpellings {

    /** The store of an order that names none. */
    static final String ALL = "all";

    private final Map<String, String> storeBySpelling = new HashMap<>();

    StoreSpellings(List<Store> stores) {
        for (Store store : stores) {
            storeBySpelling.put(Names.normalise(store.nameZh), store.id);
            store.spellings.forEach(spelling -> storeBySpelling.put(Names.normalise(spelling), store.id));
        }
    }

    Optional<String> find(String printed) {
        return Optional.ofNullable(printed).map(Names::normalise).map(storeBySpelling::get);
    }
}
