package org.offshelf.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.OrderColumn;

import org.hibernate.annotations.BatchSize;
import org.offshelf.ledger.RegistryRecord;

/** One notice named one app for these problems. The wording is kept as printed; what we infer stands beside it. */
@Entity
public class Finding extends RegistryRecord.Cited {

    @Column(name = "notice_id")
    public String notice;

    /** Position within the notice, from 1. */
    public int sequence;

    /** The notice's. */
    public LocalDate published;

    public LocalDate deadline;

    /** The number printed in the row. */
    public Integer printedRow;

    public String annex;

    public String appName;

    public String developer;

    public String version;

    public String storeName;

    public String problem;

    public String filingNumber;

    public Measure measure;

    public ReadingMethod reading;

    @Column(name = "app_id")
    public String app;

    @Column(name = "operator_id")
    public String operator;

    @Column(name = "store_id")
    public String store;

    @ElementCollection
    @Column(name = "category_id")
    @BatchSize(size = 100)
    public Set<String> category = new TreeSet<>();

    public CategoryBasis categoryBasis;

    /** Never {@code OVERDUE}, which is derived from the deadline. */
    public FindingStatus status;

    @ElementCollection
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    public List<FindingEvent> event = new ArrayList<>();

    /** A regulator's later word on this finding. */
    public void happened(FindingEvent what) {
        event.add(what);
        status = switch (what.kind()) {
            case RECTIFIED -> FindingStatus.RECTIFIED;
            case NOT_RECTIFIED -> FindingStatus.NOT_RECTIFIED;
            case ESCALATED -> FindingStatus.REMOVAL_ORDERED;
        };
    }
}
