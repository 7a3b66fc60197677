package org.offshelf.coverage;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import org.offshelf.ledger.RegistryRecord;

/** Somebody looked through what a regulator published in a part of a year, and says what there is. */
@Entity
public class Survey extends RegistryRecord.Cited {

    @Column(name = "regulator_id")
    public String regulator;

    public LocalDate periodFrom;

    /** In the year of the first day: coverage is told by year. */
    public LocalDate periodTo;

    public SurveyExtent extent;

    /** Notices found, held or not; null where they were not counted. */
    public Integer knownNotices;

    /** The day somebody looked. */
    public LocalDate checked;

    /** What was looked at, in our words. */
    public String note;
}
