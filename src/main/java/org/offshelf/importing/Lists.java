package org.offshelf.importing;

import java.util.List;

/** An absent list of a data set file is an empty one. */
final class Lists {

    private Lists() {
    }

    static <T> List<T> of(List<T> perhaps) {
        return perhaps == null ? List.of() : perhaps;
    }
}
