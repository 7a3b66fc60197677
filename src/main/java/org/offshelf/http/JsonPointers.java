package org.offshelf.http;

/** Names members of JSON bodies (RFC 6901). */
public final class JsonPointers {

    private JsonPointers() {
    }

    /** A name as it stands in a pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
