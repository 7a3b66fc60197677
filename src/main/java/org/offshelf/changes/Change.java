package org.offshelf.changes;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.offshelf.catalogue.Catalogue;
import org.offshelf.ledger.ChangeLine;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.format.Column;
import org.offshelf.query.format.Line;

import com.fasterxml.jackson.core.JsonGenerator;

/** A line of the ledger as the API tells it. */
record Change(ChangeLine line) implements Line {

    static final List<Column> COLUMNS = List.of(new Column("revision", Column.Kind.NUMBER),
            new Column("seq", Column.Kind.NUMBER),
            new Column("type", Column.Kind.TEXT), new Column("id", Column.Kind.TEXT), new Column("op", Column.Kind.TEXT),
            new Column("cause", Column.Kind.TEXT), new Column("reason", Column.Kind.TEXT), new Column("role", Column.Kind.TEXT),
            new Column("at", Column.Kind.TEXT), new Column("fields", Column.Kind.TEXT), new Column("url", Column.Kind.TEXT));

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("revision", line.revision());
        json.writeNumberField("seq", line.seq());
        json.writeStringField("type", collection().name());
        json.writeStringField("id", line.id());
        json.writeStringField("op", line.op());
        json.writeStringField("cause", line.cause());
        json.writeStringField("reason", line.reason());
        json.writeStringField("role", line.role());
        json.writeStringField("at", line.at().toString());
        json.writeFieldName("fields");
        json.writeRawValue(RecordedFields.asInApi(line.fields()));
        json.writeObjectFieldStart("links");
        json.writeStringField("record", url());
        json.writeStringField("history", url() + "/history");
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public List<Object> cells() {
        return Arrays.asList(BigDecimal.valueOf(line.revision()), BigDecimal.valueOf(line.seq()), collection().name(),
                line.id(),
                line.op(), line.cause(), line.reason(), line.role(), line.at().toString(),
                RecordedFields.asInApi(line.fields()), url());
    }

    private CollectionSchema collection() {
        return Catalogue.ofType(line.type());
    }

    private String url() {
        return Catalogue.path(collection()) + '/' + line.id();
    }
}
