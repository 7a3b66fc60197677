package org.offshelf.snapshot;

import java.util.List;

/** What the data set is, in the words of all its descriptions. */
final class About {

    static final String NAME = "Offshelf";
    static final String HOMEPAGE = "https://offshelf.org";
    static final String TITLE = "Offshelf: regulatory action against mobile apps in China";
    static final String DESCRIPTION = "Which app was named, by which regulator, for which violation, by when it had to be put"
            + " right, and whether it was taken off the app stores. Wording as printed in the notices, with app, operator, store"
            + " and category identified beside it, and the documents that say so.";
    static final List<String> KEYWORDS = List.of("mobile apps", "China", "regulation", "enforcement", "personal information",
            "app stores", "MIIT", "APP通报", "下架");

    private About() {
    }
}
