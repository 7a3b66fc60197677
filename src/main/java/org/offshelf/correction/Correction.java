package org.offshelf.correction;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import org.offshelf.ledger.RegistryRecord;

/** A request to correct a record. It is public, so who filed it is no part of it: only as whom. */
@Entity
public class Correction extends RegistryRecord.Cited {

    /** The name of the collection whose record is said to be wrong. */
    public String collection;

    @Column(name = "record_id")
    public String record;

    /** The field that is said to be wrong; null for the record as a whole. */
    @Column(name = "field_name")
    public String field;

    public String claim;

    /** What it should say instead, as the filer writes it. */
    public String proposed;

    public FilerRole filedAs;

    /** The organisation that asks for it, as stated. */
    public String onBehalfOf;

    public LocalDate filed;

    /** By when it is to be answered. */
    public LocalDate due;

    /** Never {@code OVERDUE}, which is derived from {@code due}. */
    public CorrectionState state = CorrectionState.OPEN;

    /** Why it was settled so. */
    public String outcome;

    public LocalDate settled;

    /** The revision that put it right. */
    public Long correctedIn;

    /** What tells two requests apart: the same is said of the same only once a day. */
    public static String identity(String collection, String record, String field, String claim, LocalDate filed) {
        return Stream.of(collection, record, field, claim, filed).map(String::valueOf).collect(Collectors.joining("|"));
    }

    public void settle(CorrectionState how, String why, LocalDate day) {
        state = how;
        outcome = why;
        settled = day;
    }
}
