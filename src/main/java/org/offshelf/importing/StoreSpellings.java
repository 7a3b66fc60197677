package org.offshelf.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.offshelf.ledger.Standing;
import org.offshelf.store.Store;

/** Recognises stores by the spellings regulators print. */
public final class StoreSpellings {

    /** The store of an order that names none. */
    public static final String ALL = "all";

    private final Map<String, String> storeBySpelling = new HashMap<>();
    private final Set<String> stores = new HashSet<>();

    public StoreSpellings(List<Store> stores) {
        Map<String, Store> byId = new HashMap<>();
        stores.forEach(store -> byId.put(store.id, store));
        for (Store store : stores) {
            Store current = store;
            while (current.standing == Standing.MERGED) {
                current = byId.get(current.successor);
            }
            if (current.standing == Standing.CURRENT) {
                this.stores.add(current.id);
                storeBySpelling.put(Names.normalise(store.nameZh), current.id);
                for (String spelling : store.spellings) {
                    storeBySpelling.put(Names.normalise(spelling), current.id);
                }
            }
        }
    }

    boolean isStore(String id) {
        return stores.contains(id);
    }

    public Optional<String> find(String printed) {
        return Optional.ofNullable(printed).map(Names::normalise).map(storeBySpelling::get);
    }
}
