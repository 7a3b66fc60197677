package org.offshelf.ledger;

import jakarta.persistence.AttributeConverter;

/** Stores a {@link Coded} enum under its code, so that the database reads like the API and constants can be reordered. */
public abstract class CodeConverter<E extends Enum<E> & Coded> implements AttributeConverter<E, String> {

    private final Class<E> type;

    protected CodeConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(E constant) {
        return constant == null ? null : constant.code();
    }

    @Override
    public E convertToEntityAttribute(String code) {
        return code == null ? null : Coded.of(type, code);
    }
}
