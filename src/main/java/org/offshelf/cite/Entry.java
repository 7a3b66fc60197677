package org.offshelf.cite;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a bibliography says of a record.
 *
 * @param type the record's, such as {@code finding}
 * @param authors organisations, as they call themselves
 * @param issued the day of the act or the document; null for what has none
 * @param accessed the day of the revision, in Asia/Shanghai
 * @param url permanent: what is there never changes
 * @param sources the documents the record rests on
 */
record Entry(String id, String type, String title, List<String> authors, LocalDate issued, LocalDate accessed, String url,
        long revision, String language, List<SourceDocument> sources) {

    static final String PUBLISHER = "Offshelf";
    static final String CONTAINER = "Offshelf: the open registry of regulatory action against mobile apps";

    record SourceDocument(String title, String publisher, String url) {

        String sentence() {
            return Stream.of(publisher, title, url).filter(part -> part != null).collect(Collectors.joining(", "));
        }
    }

    String note() {
        String registry = "Offshelf, " + type + " " + id + ", revision " + revision + ".";
        return sources.isEmpty() ? registry
                : registry + " Rests on: " + sources.stream().map(SourceDocument::sentence).collect(Collectors.joining("; "));
    }
}
