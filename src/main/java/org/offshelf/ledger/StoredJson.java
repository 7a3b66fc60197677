package org.offshelf.ledger;

import java.io.IOException;
import java.lang.reflect.Type;

import org.hibernate.type.format.AbstractJsonFormatMapper;

import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** How lists and small objects are kept in JSON columns: like the ledger's values, whatever the API's JSON looks like. */
@JsonFormat
@PersistenceUnitExtension
class StoredJson extends AbstractJsonFormatMapper {

    @Override
    public <T> T fromString(CharSequence text, Type type) {
        try {
            return Values.JSON.readValue(text.toString(), Values.JSON.constructType(type));
        } catch (IOException e) {
            throw new IllegalStateException("A JSON column holds what cannot be read", e);
        }
    }

    @Override
    public <T> String toString(T value, Type type) {
        try {
            return Values.JSON.writerFor(Values.JSON.constructType(type)).writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("A JSON column cannot hold this", e);
        }
    }
}
