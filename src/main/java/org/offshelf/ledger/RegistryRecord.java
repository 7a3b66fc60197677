package org.offshelf.ledger;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;

/**
 * What every record of the registry has. Attributes carry the names of the API's fields, so that the change ledger speaks the
 * API's language; records refer to each other by id, and the database holds the foreign keys.
 */
@MappedSuperclass
public abstract class RegistryRecord {

    @Id
    public String id;

    /** The last revision that touched this record; also guards against lost updates. Null until it is first written. */
    @Version
    @CurrentRevision
    public Long revision;

    public Standing standing = Standing.CURRENT;

    /** Why it was retracted or merged. */
    public String standingReason;

    /** The record this one was merged into. */
    @Column(name = "successor_id")
    public String successor;

    /** The name of the record's type in the ledger. */
    public String type() {
        return typeOf(getClass());
    }

    static String typeOf(Class<?> entity) {
        return entity.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** A record that must name where its facts come from: all but the sources themselves. */
    @MappedSuperclass
    public abstract static class Cited extends RegistryRecord {

        @ElementCollection
        @BatchSize(size = 100)
        public Set<Citation> citation = new LinkedHashSet<>();

        public void cite(String source, String locator) {
            citation.add(new Citation(source, locator));
        }
    }
}
