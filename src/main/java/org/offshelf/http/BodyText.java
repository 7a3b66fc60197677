package org.offshelf.http;

import java.util.List;

/** What a text in a request body must be; unlike a URL, JSON can spell what is no text. */
public final class BodyText {

    private BodyText() {
    }

    /**
     * @param where pointer to it
     * @param longest in characters
     */
    public static void check(String where, String text, int longest, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Fault.missing(where).inBody());
        } else if (text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            faults.add(
                    Fault.invalidValue(where, null, "It holds a character that is not text: NUL, or half a surrogate pair.")
                            .inBody());
        } else if (text.length() > longest) {
            faults.add(Fault.invalidValue(where, null, "At most " + longest + " characters.").inBody());
        }
    }

    /** Whether it can be written into an answer. */
    public static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
