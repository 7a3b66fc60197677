package org.offshelf.importing;

import java.time.LocalDate;
import java.util.Set;

import org.offshelf.notice.NoticeKind;

/** A notice as far as it takes to recognise it. */
public record KnownNotice(String id, Set<String> regulators, NoticeKind kind, String title, Integer batchYear,
        Integer batchNumber, Integer overallNumber, LocalDate published, boolean isCurrent) {
}
