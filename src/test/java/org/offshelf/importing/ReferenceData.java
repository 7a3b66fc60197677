package org.offshelf.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.EmptyDatabase;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Makes the registry hold what notices are sorted by, as it is bundled, and no notice. */
@ApplicationScoped
public class ReferenceData {

    private static final Set<String> FILES = Set.of("sources.yaml", "regulators.yaml", "stores.yaml", "categories.yaml");

    private final EmptyDatabase database;
    private final DataSetLoader loader;

    ReferenceData(EmptyDatabase database, DataSetLoader loader) {
        this.database = database;
        this.loader = loader;
    }

    public void make() throws IOException {
        database.make();
        loader.load(new DataSetReader(ReferenceData::open).read());
    }

    private static InputStream open(String name) throws IOException {
        InputStream bundled = DataSetReader.Location.bundled().open(name);
        if (!name.equals("dataset.yaml")) {
            return bundled;
        }
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode manifest = (ObjectNode) yaml.readTree(bundled);
        ArrayNode files = yaml.createArrayNode();
        manifest.get("files").forEach(file -> {
            if (FILES.contains(file.asText())) {
                files.add(file);
            }
        });
        manifest.set("files", files);
        return new ByteArrayInputStream(yaml.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8));
    }
}
