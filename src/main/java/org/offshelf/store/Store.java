package org.offshelf.store;

import java.util.List;

import jakarta.persistence.Entity;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.offshelf.ledger.RegistryRecord;

/** A place apps are taken from, such as {@code huawei}; {@code all} stands for every store. */
@Entity
public class Store extends RegistryRecord.Cited {

    public String nameZh;

    public String nameEn;

    public StoreKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> spellings = List.of();
}
