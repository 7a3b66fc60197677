package org.offshelf.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.offshelf.ledger.Reading;
import org.offshelf.query.format.Format;
import org.offshelf.query.format.Line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes answers: a list in its envelope, a record bare. */
@ApplicationScoped
class Envelopes {

    private final JsonFactory factory = new JsonFactory();
    private final Coverages coverages;

    Envelopes(Coverages coverages) {
        this.coverages = coverages;
    }

    /** @param next the cursor of the next page, or null */
    Response list(ListQuery query, Reading reading, long count, List<Row> rows, List<Facet> facets, String next,
            Links links) {
        Coverage coverage = coverage(query.schema(), query.criteria(), reading, links);
        return envelope(new Meta(count, query.limit(), next, reading, coverage), links, json -> {
            json.writeArrayFieldStart("results");
            for (Row row : rows) {
                JsonRows.write(json, row, query.select());
            }
            json.writeEndArray();
            if (!facets.isEmpty()) {
                FacetJson.write(json, facets, query, links);
            }
        }, format -> whole(query, format, links));
    }

    /** @param next the cursor of the next page, or null */
    Response groups(AggregateQuery query, Reading reading, long count, List<Line> groups, String next, Links links) {
        Coverage coverage = coverage(query.schema(), query.criteria(), reading, links);
        return envelope(new Meta(count, query.limit(), next, reading, coverage), links, json -> {
            json.writeArrayFieldStart("results");
            for (Line group : groups) {
                group.writeTo(json);
            }
            json.writeEndArray();
        }, format -> links.without("cursor", "limit", "format", "bom").with("format", format.code()).self());
    }

    /** Null where no notice could be missing. */
    private Coverage coverage(CollectionSchema schema, List<Criterion> criteria, Reading reading, Links links) {
        return schema.isDrawnFromNotices() ? coverages.of(CoverageScope.of(criteria), reading, links) : null;
    }

    private Response envelope(Meta meta, Links links, Content content, Function<Format, String> whole) {
        byte[] body = write(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("meta");
            json.writeNumberField("count", meta.count());
            json.writeNumberField("limit", meta.limit());
            json.writeStringField("nextCursor", meta.next());
            json.writeNumberField("revision", meta.reading().revision());
            json.writeStringField("judgedOn", meta.reading().today().toString());
            json.writeStringField("licence", Licence.NAME);
            if (meta.coverage() != null) {
                meta.coverage().writeTo(json);
            }
            json.writeEndObject();
            content.writeTo(json);
            json.writeObjectFieldStart("links");
            json.writeStringField("self", links.self());
            json.writeStringField("next", meta.next() == null ? null : links.at(meta.next()));
            json.writeStringField("permanent", links.permanent(meta.reading().revision()));
            for (Format format : Format.values()) {
                if (format.isRows()) {
                    json.writeStringField(format.code(), whole.apply(format));
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        });
        Response.ResponseBuilder response = json(body).header("Link", Links.header(links.self(), "self"));
        return meta.next() == null ? response.build()
                : response.header("Link", Links.header(links.at(meta.next()), "next")).build();
    }

    /** The whole result as a file; what fits no table is left out of it. */
    private static String whole(ListQuery query, Format format, Links links) {
        Links whole = links.without("cursor", "limit", "format", "bom", "facet");
        if (format.isFlat() && query.include().stream().anyMatch(Field::isMultiple)) {
            List<String> single = query.include().stream().filter(field -> !field.isMultiple()).map(Field::name).toList();
            whole = single.isEmpty() ? whole.without("include") : whole.with("include", String.join(",", single));
        }
        return whole.with("format", format.code()).self();
    }

    Response one(ListQuery query, Row row) {
        return json(write(json -> JsonRows.write(json, row, query.select()))).build();
    }

    /** A record that was just written, and what there is to say about that. */
    Response written(ListQuery query, Row row, List<String> notes) {
        row.notes(notes);
        return one(query, row);
    }

    private static Response.ResponseBuilder json(byte[] body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
    }

    private byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            content.writeTo(json);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail to be written to", e);
        }
        return bytes.toByteArray();
    }

    private record Meta(long count, int limit, String next, Reading reading, Coverage coverage) {
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
