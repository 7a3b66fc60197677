package org.offshelf.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses the pages of Parquet files with the JDK's gzip: every reader knows it, and it needs neither Hadoop, whose codecs
 * the library would take otherwise, nor native code.
 */
final class GzipPages implements CompressionCodecFactory, BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            page.writeAllTo(gzip);
        }
        return BytesInput.from(compressed);
    }

    @Override
    public CompressionCodecName getCodecName() {
        return CompressionCodecName.GZIP;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return this;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("Nothing is read here");
    }

    @Override
    public void release() {
        // Holds nothing
    }
}
