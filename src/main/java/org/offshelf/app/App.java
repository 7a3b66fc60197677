package org.offshelf.app;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;

import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.offshelf.ledger.RegistryRecord;

/** One identity behind many spellings. */
@Entity
public class App extends RegistryRecord.Cited {

    public String name;

    public AppKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> aliases = List.of();

    @ElementCollection
    @BatchSize(size = 100)
    public Set<Identifier> identifier = new LinkedHashSet<>();

    @Column(name = "operator_id")
    public String operator;

    /** What its id was derived from; never changes. */
    public String identity;

    /** By the latest fact; never {@code OVERDUE}, which is derived from {@code statusDeadline}. */
    public AppStatus status;

    public LocalDate statusSince;

    public LocalDate statusDeadline;

    /** The finding or listing that says so. */
    public String statusFrom;

    /**
     * Takes a fact into account: the last one, in the order of {@link Fact}, decides where the app stands.
     *
     * @param since the day of the fact; null when it is not known, which yields to any dated fact
     * @param deadline by when it has to be put right; null when there is none
     * @param from the finding or listing that says so
     */
    public void consider(AppStatus fact, LocalDate since, LocalDate deadline, String from) {
        consider(new Fact(fact, since, deadline, from));
    }

    public void consider(Fact fact) {
        if (status == null || fact.compareTo(new Fact(status, statusSince, statusDeadline, statusFrom)) > 0) {
            stand(fact);
        }
    }

    /** Where it stands by all that is known; nowhere, if that is nothing. */
    public void stand(Collection<Fact> all) {
        stand(all.isEmpty() ? new Fact(null, null, null, null) : Collections.max(all));
    }

    private void stand(Fact fact) {
        status = fact.status();
        statusSince = fact.since();
        statusDeadline = fact.deadline();
        statusFrom = fact.from();
    }
}
