package org.offshelf.category;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.offshelf.ledger.RegistryRecord;

/** A group or leaf of the taxonomy of violations. Only leaves have printed phrases. */
@Entity
public class Category extends RegistryRecord.Cited {

    /** The group of a leaf; null for a group. */
    @Column(name = "parent_id")
    public String group;

    public String labelZh;

    public String labelEn;

    public String definitionZh;

    public String definitionEn;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> legalBasis = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> phrases = List.of();
}
