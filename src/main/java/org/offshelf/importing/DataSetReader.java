package org.offshelf.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.apache.commons.codec.digest.DigestUtils;
import org.offshelf.ledger.Coded;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Reads the files of a data set, strictly: what it does not know is a fault, and all faults are told at once. */
final class DataSetReader {

    private static final String MANIFEST = "dataset.yaml";
    private static final Map<String, Class<?>> TOP_LEVEL = Map.ofEntries(
            Map.entry("sources.yaml", Entries.Sources.class),
            Map.entry("regulators.yaml", Entries.Regulators.class),
            Map.entry("stores.yaml", Entries.Stores.class),
            Map.entry("categories.yaml", Entries.Categories.class),
            Map.entry("operators.yaml", Entries.Operators.class),
            Map.entry("apps.yaml", Entries.Apps.class),
            Map.entry("penalties.yaml", Entries.Penalties.class),
            Map.entry("statements.yaml", Entries.Statements.class),
            Map.entry("observations.yaml", Entries.Observations.class),
            Map.entry("surveys.yaml", Entries.Surveys.class),
            Map.entry("corrections.yaml", Entries.Corrections.class));

    private final ObjectMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule()).addModule(codes())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    private final Location location;
    private final List<String> faults = new ArrayList<>();

    /** Where the files of a data set lie. */
    @FunctionalInterface
    interface Location {

        /** @return null if there is no such file */
        InputStream open(String name) throws IOException;

        static Location bundled() {
            return name -> Thread.currentThread().getContextClassLoader().getResourceAsStream("dataset/" + name);
        }

        static Location folder(Path folder) {
            return name -> Files.isRegularFile(folder.resolve(name)) ? Files.newInputStream(folder.resolve(name)) : null;
        }
    }

    DataSetReader(Location location) {
        this.location = location;
    }

    /** What the data set says of itself; what it holds is not read. */
    Entries.Manifest manifest() {
        DataSet.File manifest = read(MANIFEST, Entries.Manifest.class);
        failIfFaulty();
        return (Entries.Manifest) manifest.content();
    }

    /** @return the SHA-256 of a file, lower-case hex; null where it is missing or cannot be read */
    String sha256(String name) {
        try (InputStream in = location.open(name)) {
            return in == null ? null : DigestUtils.sha256Hex(in);
        } catch (IOException unreadable) {
            return null;
        }
    }

    DataSet read() {
        DataSet.File manifest = read(MANIFEST, Entries.Manifest.class);
        List<DataSet.File> files = new ArrayList<>();
        if (manifest != null) {
            for (String name : ((Entries.Manifest) manifest.content()).files()) {
                Class<?> type = name.startsWith("notices/") ? Entries.NoticeEntry.class : TOP_LEVEL.get(name);
                if (type == null) {
                    faults.add(MANIFEST + ": a data set has no file `" + name + "`");
                } else {
                    files.add(read(name, type));
                }
            }
        }
        failIfFaulty();
        DataSet dataSet = new DataSet((Entries.Manifest) manifest.content(), files);
        faults.addAll(new DataSetCheck(dataSet).faults());
        failIfFaulty();
        return dataSet;
    }

    private void failIfFaulty() {
        if (!faults.isEmpty()) {
            throw new DataSetException(faults);
        }
    }

    private DataSet.File read(String name, Class<?> type) {
        try (InputStream in = location.open(name)) {
            if (in == null) {
                faults.add(name + ": the file is missing");
                return null;
            }
            byte[] bytes = in.readAllBytes();
            return new DataSet.File(name, DigestUtils.sha256Hex(bytes), yaml.readValue(bytes, type));
        } catch (UnrecognizedPropertyException e) {
            // The parser is lines ahead by now: the path says where.
            faults.add(name + path(e) + ": there is no such key here, only " + new TreeSet<>(e.getKnownPropertyIds()));
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage().lines().findFirst().orElse("not readable");
            faults.add(name + where(e) + ": " + message.replaceAll(" \\(class .*", ""));
        } catch (IOException e) {
            faults.add(name + ": cannot be read: " + e.getMessage());
        }
        return null;
    }

    private static String where(JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
        JsonLocation location = e.getLocation();
        return location == null ? path : ", line " + location.getLineNr() + path;
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append(step.getIndex() >= 0 ? ", entry " + (step.getIndex() + 1) : ", " + step.getFieldName());
        }
        return path.toString();
    }

    /** Reads enums by their codes, and says which codes there are. */
    private static SimpleModule codes() {
        SimpleModule module = new SimpleModule();
        module.setDeserializers(new SimpleDeserializers() {
            @Override
            public JsonDeserializer<?> findEnumDeserializer(Class<?> type,
                    DeserializationConfig config,
                    BeanDescription description) {
                return Coded.class.isAssignableFrom(type) ? new CodeDeserializer(type) : null;
            }
        });
        return module;
    }

    private static final class CodeDeserializer extends JsonDeserializer<Object> {

        private final Class<?> type;

        CodeDeserializer(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String code = parser.getText();
            List<String> codes = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                if (((Coded) constant).code().equals(code)) {
                    return constant;
                }
                codes.add(((Coded) constant).code());
            }
            throw JsonMappingException.from(parser, "`" + code + "` is none of " + codes);
        }
    }
}
