package org.offshelf.http;

import java.util.List;

/** The copies a client holds already, so that it need not be sent the same again (RFC 9110, 13.1.2). */
public record IfNoneMatch(boolean any, List<String> tags) {

    public IfNoneMatch {
        tags = List.copyOf(tags);
    }

    /** @param header the field's value, several fields joined with commas; null if there was none */
    public static IfNoneMatch parse(String header) {
        if (header == null) {
            return new IfNoneMatch(false, List.of());
        }
        return header.strip().equals("*") ? new IfNoneMatch(true, List.of())
                : new IfNoneMatch(false, EntityTags.in(header).stream().map(IfNoneMatch::opaque).toList());
    }

    /** Compares weakly, as this header must: a client may hold a weakened copy of a strong tag. */
    public boolean matches(String strongEtag) {
        return any || tags.contains(opaque(strongEtag));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
