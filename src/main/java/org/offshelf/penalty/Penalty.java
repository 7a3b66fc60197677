package org.offshelf.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;

import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.offshelf.ledger.RegistryRecord;

/** A fine or other penalty, or a total a regulator stated over a period. */
@Entity
public class Penalty extends RegistryRecord.Cited {

    @Column(name = "regulator_id")
    public String regulator;

    @Column(name = "operator_id")
    public String operator;

    @ElementCollection
    @Column(name = "app_id")
    @BatchSize(size = 100)
    public Set<String> app = new TreeSet<>();

    @Column(name = "notice_id")
    public String notice;

    public PenaltyKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> measures = List.of();

    /** In whole units of {@code currency}, with at most two decimals. */
    public BigDecimal amount;

    /** ISO 4217. */
    public String currency;

    /** The amount in the currency of the report, where a report converts it. */
    public BigDecimal reportedAmount;

    public String reportedCurrency;

    public LocalDate decided;

    public LocalDate announced;

    public LocalDate periodFrom;

    public LocalDate periodTo;

    /** How many penalties a stated total adds up. */
    public Integer penaltyCount;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> legalBasis = List.of();

    @ElementCollection
    @Column(name = "category_id")
    @BatchSize(size = 100)
    public Set<String> category = new TreeSet<>();

    /** What it was for, in our words. */
    public String summary;
}
