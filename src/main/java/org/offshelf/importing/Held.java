package org.offshelf.importing;

import java.util.List;

/**
 * What the registry holds of a notice.
 *
 * @param findings the current ones
 * @param lastSequence of all findings, also those retracted
 */
public record Held(NoticeFacts notice, List<HeldFinding> findings, int lastSequence) {

    static Held nothing() {
        return new Held(null, List.of(), 0);
    }
}
