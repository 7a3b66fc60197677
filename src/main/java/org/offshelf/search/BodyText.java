package org.offshelf.search;

import java.util.List;

import org.offshelf.http.Fault;
import org.offshelf.query.Search;

/** What a text in a request body must be; unlike a URL, JSON can spell what is no text. */
final class BodyText {

    private BodyText() {
    }

    static void check(String where, String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Fault.missing(where));
        } else if (text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            faults.add(
                    Fault.invalidValue(where, null, "It holds a character that is not text: NUL, or half a surrogate pair."));
        } else if (text.length() > Search.MAX_LENGTH) {
            faults.add(Fault.invalidValue(where, null, "At most " + Search.MAX_LENGTH + " characters."));
        }
    }

    /** Whether it can be written into an answer. */
    static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
