package org.offshelf.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.OrderColumn;

import org.hibernate.annotations.BatchSize;
import org.offshelf.app.AppStatus;
import org.offshelf.app.Fact;
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

    /** A regulator's later word on this finding; that of the latest day tells its status. */
    public void happened(FindingEvent what) {
        event.add(what);
        settle();
    }

    /** Takes its status from the last event, in their order; without any, from what the notice demands. */
    public void settle() {
        status = event.stream().max(FindingEvent.ORDER).map(last -> last.kind().status())
                .orElse(measure == Measure.REMOVE ? FindingStatus.REMOVAL_ORDERED : FindingStatus.NAMED);
    }

    /** What it says about where its app stands. Orders speak through the app's listings. */
    public Stream<Fact> facts() {
        Stream<Fact> said = event.stream().filter(e -> e.kind() != FindingEventKind.ESCALATED)
                .map(e -> new Fact(AppStatus.valueOf(e.kind().status().name()), e.happened(), null, id));
        return measure == Measure.REMOVE ? said
                : Stream.concat(Stream.of(new Fact(AppStatus.NAMED, published, deadline, id)), said);
    }
}
