package org.offshelf.importing;

import java.text.Normalizer;
import java.util.Locale;

/** Makes spellings comparable: width, case, spaces and bracket forms do not tell two names apart. */
public final class Names {

    private Names() {
    }

    public static String normalise(String printed) {
        String even = Normalizer.normalize(printed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder dense = null;
        for (int i = 0; i < even.length(); i++) {
            char c = even.charAt(i);
            if (c == ' ' || c >= '\t' && c <= '\r' || c == '\u200b' || c == '\ufeff') {
                dense = dense == null ? new StringBuilder(even.length()).append(even, 0, i) : dense;
            } else if (dense != null) {
                dense.append(c);
            }
        }
        return dense == null ? even : dense.toString();
    }
}
