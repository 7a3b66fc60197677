package org.offshelf.http;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The grammar of If-Match and If-None-Match (RFC 9110, 8.8.3 and 13.1). */
final class EntityTags {

    static final Pattern ENTITY_TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\x{FFFF}]*\")");

    private EntityTags() {
    }

    /** Every entity tag in a header's value; what is not one matches nothing, so it is passed over. */
    static List<String> in(String header) {
        return ENTITY_TAG.matcher(header).results().map(MatchResult::group).toList();
    }
}
