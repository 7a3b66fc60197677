package org.offshelf.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.offshelf.catalogue.Catalogue;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Licence;

/** Describes a snapshot as a Data Package (https://datapackage.org): its tables with the types and keys of their columns. */
final class DataPackage {

    static final String FILE = "datapackage.json";

    /** As they are by default; stated because files outlive defaults. */
    private static final Map<String, Object> DIALECT = new TreeMap<>(
            Map.of("delimiter", ",", "lineTerminator", "\r\n", "quoteChar", "\"", "doubleQuote", true, "header", true));

    private DataPackage() {
    }

    static Map<String, Object> of(Manifest manifest) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        document.put("name", "offshelf");
        document.put("id", "offshelf-r" + manifest.revision());
        document.put("title", About.TITLE);
        document.put("description", About.DESCRIPTION);
        document.put("homepage", About.HOMEPAGE);
        document.put("version", Long.toString(manifest.revision()));
        document.put("created", manifest.written().toString());
        document.put("keywords", About.KEYWORDS);
        document.put("licenses", List.of(Map.of("name", Licence.NAME, "path", Licence.URL)));
        document.put("contributors", List.of(Map.of("title", About.NAME, "roles", List.of("publisher"))));
        document.put("sources", List.of(Map.of("title", "The documents that each record names, listed in sources.csv.gz")));
        List<Map<String, Object>> resources = new ArrayList<>();
        for (CollectionSchema schema : Catalogue.COLLECTIONS) {
            resources.add(table(schema, manifest.file(schema.name(), Content.CURRENT, "csv")));
        }
        document.put("resources", resources);
        return document;
    }

    private static Map<String, Object> table(CollectionSchema schema, FileEntry file) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", schema.name());
        resource.put("type", "table");
        resource.put("title", Catalogue.title(schema));
        resource.put("description", schema.description());
        resource.put("path", file.name());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("compression", "gz");
        resource.put("bytes", file.bytes());
        resource.put("hash", "sha256:" + file.sha256());
        resource.put("dialect", DIALECT);
        resource.put("schema", TableSchemas.of(schema));
        return resource;
    }
}
