package org.offshelf.importing;

import java.text.Normalizer;
import java.util.Locale;

/** Makes spellings comparable: width, case, spaces and bracket forms do not tell two names apart. */
public final class Names {

    private Names() {
    }

    public static String normalise(String printed) {
        return Normalizer.normalize(printed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\u200b\\ufeff]+",
                "");
    }
}
