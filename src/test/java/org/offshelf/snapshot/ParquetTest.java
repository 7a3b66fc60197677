package org.offshelf.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;
import org.offshelf.OwnRegistry;
import org.offshelf.access.Roles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "anna", roles = { Roles.CURATOR, Roles.ADMIN })
class ParquetTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(false);

    @Test
    void whatIsReadBackIsWhatTheLinesSay() throws IOException {
        JsonNode manifest = Archive.written();
        for (String collection : Archive.collections(manifest)) {
            List<JsonNode> lines = new ArrayList<>();
            Archive.records(manifest, collection + ".ndjson.gz").values().forEach(line -> lines.add(Archive.json(line)));
            assertThat(rows(manifest, collection).stream().map(JsonNode::toString))
                    .as(collection).containsExactlyElementsOf(lines.stream().map(JsonNode::toString).toList());
        }
    }

    @Test
    void columnsHaveTheirTypes() throws IOException {
        JsonNode manifest = Archive.written();
        MessageType findings = schema(manifest, "findings");
        assertThat(findings.getType("published").getLogicalTypeAnnotation()).isInstanceOf(DateLogicalTypeAnnotation.class);
        assertThat(findings.getType("sequence").asPrimitiveType().getPrimitiveTypeName()).isEqualTo(PrimitiveTypeName.INT64);
        assertThat(findings.getType("category").getLogicalTypeAnnotation()).isInstanceOf(ListLogicalTypeAnnotation.class);
        assertThat(findings.getType("events", "list", "element", "date").getLogicalTypeAnnotation())
                .isInstanceOf(DateLogicalTypeAnnotation.class);
        assertThat(schema(manifest, "penalties").getType("amount").getLogicalTypeAnnotation())
                .isInstanceOfSatisfying(DecimalLogicalTypeAnnotation.class, type -> assertThat(type.getScale()).isEqualTo(2));
    }

    private static MessageType schema(JsonNode manifest, String collection) throws IOException {
        try (ParquetFileReader reader = open(manifest, collection)) {
            return reader.getFileMetaData().getSchema();
        }
    }

    private static List<JsonNode> rows(JsonNode manifest, String collection) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        try (ParquetFileReader reader = open(manifest, collection)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages,
                        new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(object(records.read()));
                }
            }
        }
        return rows;
    }

    private static ParquetFileReader open(JsonNode manifest, String collection) throws IOException {
        Path file = Files.createTempFile("offshelf", ".parquet");
        Files.write(file, Archive.bytes(manifest, collection + ".parquet"));
        file.toFile().deleteOnExit();
        return ParquetFileReader.open(new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration(Map.of())).withCodecFactory(new Unzip()).build());
    }

    /** As the API shows it. */
    private static ObjectNode object(Group group) {
        ObjectNode object = JSON.objectNode();
        for (Type type : group.getType().getFields()) {
            object.set(type.getName(), group.getFieldRepetitionCount(type.getName()) == 0 ? JSON.nullNode()
                    : value(group, type));
        }
        return object;
    }

    private static JsonNode value(Group group, Type type) {
        if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
            return list(group.getGroup(type.getName(), 0));
        }
        if (type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation) {
            return JSON.textNode(LocalDate.ofEpochDay(group.getInteger(type.getName(), 0)).toString());
        }
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            BigDecimal number = BigDecimal.valueOf(group.getLong(type.getName(), 0), decimal.getScale()).stripTrailingZeros();
            return number.scale() <= 0 ? JSON.numberNode(number.longValueExact()) : JSON.numberNode(number);
        }
        return type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64
                ? JSON.numberNode(group.getLong(type.getName(), 0))
                : JSON.textNode(group.getString(type.getName(), 0));
    }

    private static ArrayNode list(Group list) {
        ArrayNode values = JSON.arrayNode();
        for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
            Group element = list.getGroup("list", i);
            values.add(element.getType().getType("element").isPrimitive() ? JSON.textNode(element.getString("element", 0))
                    : object(element.getGroup("element", 0)));
        }
        return values;
    }

    /** The library's own codecs need Hadoop. */
    private static final class Unzip implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput page, int size) throws IOException {
            try (GZIPInputStream in = new GZIPInputStream(page.toInputStream())) {
                return BytesInput.from(in.readAllBytes());
            }
        }

        @Override
        public void decompress(ByteBuffer page, int compressed, ByteBuffer out, int size) throws IOException {
            byte[] bytes = new byte[compressed];
            page.get(bytes);
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                out.put(in.readAllBytes());
            }
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            assertThat(codec).isEqualTo(CompressionCodecName.GZIP);
            return this;
        }

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release() {
            // Holds nothing
        }
    }
}
