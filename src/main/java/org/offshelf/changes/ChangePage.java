package org.offshelf.changes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.offshelf.ledger.ChangeLine;
import org.offshelf.query.Licence;
import org.offshelf.query.Links;
import org.offshelf.query.PageSize;
import org.offshelf.query.format.Format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes a part of the ledger in the envelope of all lists, with the number from which to go on. */
final class ChangePage {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ChangePage() {
    }

    static Response answer(Slice slice, ChangeRequest request, Links links) {
        Links next = links.with("since", slice.end().toString());
        ByteArrayOutputStream body = new ByteArrayOutputStream(16_384);
        try (JsonGenerator json = FACTORY.createGenerator(body)) {
            json.writeStartObject();
            json.writeObjectFieldStart("meta");
            json.writeNumberField("limit", request.limit() == null ? PageSize.DEFAULT : request.limit());
            json.writeStringField("nextSince", slice.end().toString());
            json.writeNumberField("revision", slice.end().complete());
            json.writeStringField("licence", Licence.NAME);
            json.writeEndObject();
            json.writeArrayFieldStart("results");
            for (ChangeLine line : slice.lines()) {
                new Change(line).writeTo(json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("links");
            json.writeStringField("self", links.self());
            json.writeStringField("next", slice.hasMore() ? next.self() : null);
            for (Format format : Format.values()) {
                if (format.isRows()) {
                    json.writeStringField(format.code(),
                            links.without("limit", "format", "bom").with("format", format.code()).self());
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written to", e);
        }
        Response.ResponseBuilder response = Response.ok(body.toByteArray(), MediaType.APPLICATION_JSON_TYPE)
                .header("Link", Links.header(links.self(), "self"));
        return slice.hasMore() ? response.header("Link", Links.header(next.self(), "next")).build() : response.build();
    }
}
