package org.offshelf.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.offshelf.store.Store;

/** Recognises stores by the spellings regulators print. */
public final class StoreSpellings {

    /** The store of an order that names none. */
    public static final String ALL = "all";

    private final Map<String, String> storeBySpelling = new HashMap<>();

    public StoreSpellings(List<Store> stores) {
        for (Store store : stores) {
            storeBySpelling.put(Names.normalise(store.nameZh), store.id);
            store.spellings.forEach(spelling -> storeBySpelling.put(Names.normalise(spelling), store.id));
        }
    }

    public Optional<String> find(String printed) {
        return Optional.ofNullable(printed).map(Names::normalise).map(storeBySpelling::get);
    }
}
