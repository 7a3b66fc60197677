package org.offshelf.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.format.Line;
import org.offshelf.query.format.Table;

/** Writes a collection as Parquet: the columns of the API, typed, lists as lists. */
final class ParquetTable {

    /** What is held in memory until it is written. */
    private static final long ROW_GROUP_BYTES = 16 << 20;

    private ParquetTable() {
    }

    static long write(CollectionSchema schema, Table table, Map<String, String> notes, Path file) throws IOException {
        long rows = 0;
        // Of the two versions of data pages the first, which all readers have.
        try (ParquetWriter<Line> writer = new Builder(new LocalOutputFile(file), new ParquetRows(schema, notes))
                .withConf(new PlainParquetConfiguration()).withCodecFactory(new GzipPages())
                .withCompressionCodec(CompressionCodecName.GZIP).withWriterVersion(WriterVersion.PARQUET_1_0)
                .withRowGroupSize(ROW_GROUP_BYTES).build()) {
            for (Iterator<List<Line>> batches = table.batches(); batches.hasNext();) {
                for (Line line : batches.next()) {
                    writer.write(line);
                    rows++;
                }
            }
        }
        return rows;
    }

    private static final class Builder extends ParquetWriter.Builder<Line, Builder> {

        private final ParquetRows rows;

        private Builder(OutputFile file, ParquetRows rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Line> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }

        @Override
        protected WriteSupport<Line> getWriteSupport(Configuration configuration) {
            throw new UnsupportedOperationException("There is no Hadoop here");
        }
    }
}
