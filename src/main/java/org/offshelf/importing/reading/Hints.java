package org.offshelf.importing.reading;

import java.time.LocalDate;

import org.offshelf.notice.NoticeKind;

/** What the curator knows about a notice; it goes before what the document says. Anything may be null. */
public record Hints(String regulator, NoticeKind kind, String title, LocalDate published, LocalDate deadline,
        String sourceUrl) {

    public static Hints none() {
        return new Hints(null, null, null, null, null, null);
    }
}
