package org.offshelf.penalty;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.offshelf.ledger.RegistryRecord;

/** What an operator answered. */
@Entity
public class Statement extends RegistryRecord.Cited {

    @Column(name = "operator_id")
    public String operator;

    @Column(name = "app_id")
    public String app;

    @Column(name = "penalty_id")
    public String penalty;

    @Column(name = "notice_id")
    public String notice;

    public LocalDate made;

    /** What it said, in our words. */
    public String summary;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> points = List.of();
}
