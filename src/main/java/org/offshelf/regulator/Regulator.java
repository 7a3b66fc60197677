package org.offshelf.regulator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import org.offshelf.ledger.RegistryRecord;

/** An authority that acts, such as {@code miit} or {@code ca-guangdong}. */
@Entity
public class Regulator extends RegistryRecord.Cited {

    public String nameZh;

    public String nameEn;

    public String abbreviation;

    public RegulatorLevel level;

    @Column(name = "parent_id")
    public String parent;

    /** ISO 3166-2, such as {@code CN} or {@code CN-GD}. */
    public String jurisdiction;
}
