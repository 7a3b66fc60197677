package org.offshelf.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what is too much for one statement. */
public final class Chunks {

    private Chunks() {
    }

    public static <T> List<List<T>> of(Collection<T> many, int size) {
        List<T> all = new ArrayList<>(many);
        List<List<T>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            chunks.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return chunks;
    }
}
