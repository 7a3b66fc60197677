package org.offshelf.query;

/** JSON without the spaces the database puts between its parts. */
final class CompactJson {

    private CompactJson() {
    }

    /** @param json well-formed, as the database's functions make it */
    static String of(String json) {
        StringBuilder compact = new StringBuilder(json.length());
        boolean isText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (isText && c == '\\') {
                compact.append(c).append(json.charAt(++i));
                continue;
            }
            isText ^= c == '"';
            if (isText || c > ' ') {
                compact.append(c);
            }
        }
        return compact.toString();
    }
}
