package org.offshelf.importing;

/**
 * A known record that a printed name may mean.
 *
 * @param operator of an app, if it is known
 * @param score from 0 to 1
 * @param reason in words
 */
public record Candidate(String id, String name, String operator, double score, String reason) {
}
