package org.offshelf.importing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes spellings comparable: width, case, spaces and bracket forms do not tell two names apart. */
public final class Names {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u200b\\ufeff]+");

    private Names() {
    }

    public static String normalise(String printed) {
        return SPACE.matcher(Normalizer.normalize(printed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
