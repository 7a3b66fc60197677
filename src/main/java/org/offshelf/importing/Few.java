package org.offshelf.importing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Sets in order, most of which have one member: of a large document there are hundreds of thousands. */
final class Few {

    private Few() {
    }

    /** @return the set with the member; what was given may be the same or of no use any more */
    static <T> Collection<T> with(Collection<T> few, T member) {
        if (few.isEmpty()) {
            return List.of(member);
        }
        if (few instanceof LinkedHashSet) {
            few.add(member);
            return few;
        }
        if (few.contains(member)) {
            return few;
        }
        Collection<T> more = new LinkedHashSet<>(few);
        more.add(member);
        return more;
    }

    static <T> Collection<T> with(Collection<T> few, Collection<T> members) {
        Collection<T> all = few;
        for (T member : members) {
            all = with(all, member);
        }
        return all;
    }
}
