package org.offshelf.notice;

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

/** One published act of one or more regulators. */
@Entity
public class Notice extends RegistryRecord.Cited {

    @ElementCollection
    @Column(name = "regulator_id")
    @BatchSize(size = 100)
    public Set<String> regulator = new TreeSet<>();

    public NoticeKind kind;

    public String title;

    public Integer batchYear;

    public Integer batchNumber;

    public Integer overallNumber;

    public LocalDate published;

    public PublishedBasis publishedBasis;

    /** By when the named apps have to be put right. */
    public LocalDate deadline;

    /** The number of apps the notice itself states. */
    public Integer declaredCount;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<DeclaredPart> declaredParts = List.of();

    /** The notice this one enforces. */
    @Column(name = "follows_id")
    public String follows;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> legalBasis = List.of();

    /** What the notice states for all apps it names. */
    @ElementCollection
    @Column(name = "category_id")
    @BatchSize(size = 100)
    public Set<String> category = new TreeSet<>();

    /** What it was about, in our words. */
    public String summary;
}
