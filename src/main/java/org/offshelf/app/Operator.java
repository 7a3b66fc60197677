package org.offshelf.app;

import java.util.List;

import jakarta.persistence.Entity;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.offshelf.ledger.RegistryRecord;

/** A company that runs apps. */
@Entity
public class Operator extends RegistryRecord.Cited {

    /** Its legal name as registered. */
    public String name;

    public String nameEn;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> aliases = List.of();

    /** Unified social credit code, 18 characters. */
    public String creditCode;

    /** ISO 3166-2, such as {@code CN-BJ}. */
    public String province;

    /** What its id was derived from; never changes. */
    public String identity;
}
