package org.offshelf.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.offshelf.ledger.Citation;
import org.offshelf.notice.DeclaredPart;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.PublishedBasis;

/**
 * What a notice says about itself.
 *
 * @param id null while too little is known to name it
 * @param follows id of the notice it enforces
 */
public record NoticeFacts(String id, Set<String> regulators, NoticeKind kind, String title, Integer batchYear,
        Integer batchNumber, Integer overallNumber, LocalDate published, PublishedBasis publishedBasis, LocalDate deadline,
        Integer declaredCount, List<DeclaredPart> declaredParts, String follows, List<String> legalBasis,
        Set<String> categories, String summary, List<Citation> citations) {

    public NoticeFacts dated(LocalDate published, LocalDate deadline) {
        return new NoticeFacts(id, regulators, kind, title, batchYear, batchNumber, overallNumber, published, publishedBasis,
                deadline, declaredCount, declaredParts, follows, legalBasis, categories, summary, citations);
    }
}
