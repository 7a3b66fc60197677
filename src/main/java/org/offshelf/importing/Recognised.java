package org.offshelf.importing;

import java.util.List;

/**
 * What a printed name is taken to be unless somebody decides otherwise.
 *
 * @param id null when nobody has been named so before
 * @param isCertain whether nobody needs to look
 * @param reason in words
 * @param candidates others that may be meant, the likeliest first
 */
public record Recognised(String id, boolean isCertain, double score, String reason, List<Candidate> candidates) {

    static Recognised certain(String id, String reason) {
        return new Recognised(id, true, 1, reason, List.of());
    }

    /** Nobody known, or at least nobody who may be meant for certain. */
    static Recognised fresh(List<Candidate> candidates, String reason) {
        return new Recognised(null, candidates.isEmpty(), 0, reason, candidates);
    }

    public boolean isNew() {
        return id == null;
    }
}
