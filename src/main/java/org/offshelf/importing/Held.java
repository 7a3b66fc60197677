package org.offshelf.importing;

import java.util.List;

/**
 * What the registry holds of a notice.
 *
 * @param findings the current ones
 * @param lastSequence of all findings, also those retracted
 * @param revision the last that touched the notice or one of its findings; null if there is no such notice
 */
public record Held(NoticeFacts notice, List<HeldFinding> findings, int lastSequence, Long revision) {

    public static Held nothing() {
        return new Held(null, List.of(), 0, null);
    }
}
