package org.offshelf.importing;

import org.offshelf.ledger.Citation;
import org.offshelf.notice.Notice;

/** A notice as a record. */
final class NoticeRecord {

    private NoticeRecord() {
    }

    static Notice of(NoticeFacts facts) {
        Notice notice = new Notice();
        notice.id = facts.id();
        notice.regulator.addAll(facts.regulators());
        notice.kind = facts.kind();
        notice.title = facts.title();
        notice.publishedBasis = facts.publishedBasis();
        notice.legalBasis = facts.legalBasis();
        notice.category.addAll(facts.categories());
        notice.summary = facts.summary();
        change(notice, facts);
        return notice;
    }

    /** What the document does not say stays as it is held. */
    static void change(Notice notice, NoticeFacts facts) {
        notice.batchYear = or(facts.batchYear(), notice.batchYear);
        notice.batchNumber = or(facts.batchNumber(), notice.batchNumber);
        notice.overallNumber = or(facts.overallNumber(), notice.overallNumber);
        notice.published = or(facts.published(), notice.published);
        notice.deadline = or(facts.deadline(), notice.deadline);
        notice.declaredCount = or(facts.declaredCount(), notice.declaredCount);
        notice.declaredParts = notice.declaredParts.isEmpty() ? facts.declaredParts() : notice.declaredParts;
        notice.follows = or(facts.follows(), notice.follows);
        for (Citation citation : facts.citations()) {
            notice.cite(citation.source(), citation.locator());
        }
    }

    private static <T> T or(T read, T held) {
        return read == null ? held : read;
    }
}
