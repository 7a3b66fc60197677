package org.offshelf.importing.reading;

import java.time.LocalDate;
import java.util.List;

import org.offshelf.finding.Measure;
import org.offshelf.notice.NoticeKind;

/**
 * What a document says as a notice. What it does not say is null.
 *
 * @param declaredCount of apps, as the notice states it
 * @param follows the notice this one refers back to
 */
public record ReadNotice(String title, NoticeKind kind, Batch batch, LocalDate published, LocalDate deadline,
        Integer declaredCount, Followed follows, List<ReadList> lists, List<ReadRow> rows, List<RejectedRow> rejected,
        List<Warning> warnings) {

    public record Batch(Integer year, Integer number, Integer overall) {
    }

    /** An earlier notice, by as much of its title, batch and day as is stated. */
    public record Followed(String title, Batch batch, LocalDate published) {
    }

    /**
     * A list within the notice.
     *
     * @param annex its printed number and title; null where it has none
     * @param owner whose list it is, where that is printed
     * @param declaredCount as the notice states it for this list
     * @param rows that were read from it
     */
    public record ReadList(String annex, String owner, Measure measure, Integer declaredCount, int rows, String place) {
    }
}
