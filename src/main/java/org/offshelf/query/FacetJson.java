package org.offshelf.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes facets, each value with the link that adds it to the list's filter or takes it away. */
final class FacetJson {

    private FacetJson() {
    }

    static void write(JsonGenerator json, List<Facet> facets, ListQuery query, Links links) throws IOException {
        json.writeObjectFieldStart("facets");
        for (Facet facet : facets) {
            json.writeObjectFieldStart(facet.dimension().path());
            json.writeArrayFieldStart("values");
            for (Facet.Value value : facet.values()) {
                write(json, value, facet.dimension().path(), selected(query, facet.dimension()), links);
            }
            json.writeEndArray();
            json.writeNumberField("missing", facet.missing());
            json.writeBooleanField("truncated", facet.isTruncated());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Facet.Value value, String parameter, List<String> selected, Links links)
            throws IOException {
        List<String> toggled = new ArrayList<>(selected);
        boolean isSelected = toggled.remove(value.key().toString());
        if (!isSelected) {
            toggled.add(value.key().toString());
        }
        json.writeStartObject();
        writeKey(json, value.key());
        json.writeStringField("label", value.label());
        json.writeNumberField("count", value.count());
        json.writeBooleanField("selected", isSelected);
        json.writeStringField("toggle", (toggled.isEmpty() ? links.without("cursor", parameter)
                : links.without("cursor").with(parameter, Links.list(toggled))).self());
        json.writeEndObject();
    }

    private static void writeKey(JsonGenerator json, Object key) throws IOException {
        if (key instanceof Number number) {
            json.writeNumberField("value", number.longValue());
        } else {
            json.writeStringField("value", key.toString());
        }
    }

    /** By their text: the database and the query do not always use the same type of number. */
    private static List<String> selected(ListQuery query, Dimension dimension) {
        return query.criteria().stream().filter(criterion -> criterion.filter().parameter().equals(dimension.path()))
                .flatMap(criterion -> criterion.values().stream()).map(Object::toString).toList();
    }
}
