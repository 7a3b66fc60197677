package org.offshelf.snapshot;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Writes the files of one snapshot, to the disk and not only into its cache, and notes what they are. */
final class FileWriter {

    static final String GZIP = "application/gzip";
    static final String PARQUET = "application/vnd.apache.parquet";

    private final long revision;
    private final Path folder;
    private final Consumer<String> before;
    private final List<FileEntry> files = new ArrayList<>();

    /** @param before told the name of each file before it is begun; what it throws ends the work */
    FileWriter(long revision, Path folder, Consumer<String> before) {
        this.revision = revision;
        this.folder = folder;
        this.before = before;
    }

    List<FileEntry> files() {
        return files;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Lines of text, such as {@code findings.ndjson.gz}, compressed because they shrink to a tenth. */
    FileEntry lines(String collection, Content content, String format, Rows rows) throws IOException {
        String name = collection + content.suffix() + '.' + format + ".gz";
        before.accept(name);
        MessageDigest digest = Digests.sha256();
        Counted plain;
        long number;
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path(name), StandardOpenOption.CREATE_NEW));
                GZIPOutputStream gzip = new GZIPOutputStream(file, 1 << 16)) {
            plain = new Counted(new DigestOutputStream(gzip, digest));
            OutputStream buffered = new BufferedOutputStream(plain, 1 << 16);
            number = rows.writeTo(buffered);
            buffered.flush();
        }
        return add(name, collection, content, format, GZIP, "gzip", number, plain.bytes, Digests.hex(digest));
    }

    FileEntry parquet(String collection, Content content, FileRows rows) throws IOException {
        String name = collection + content.suffix() + ".parquet";
        before.accept(name);
        return add(name, collection, content, "parquet", PARQUET, null, rows.writeTo(path(name)), null, null);
    }

    FileEntry description(String name, String format, String mediaType, String text) throws IOException {
        before.accept(name);
        Files.writeString(path(name), text, StandardOpenOption.CREATE_NEW);
        return add(name, null, Content.DESCRIPTION, format, mediaType, null, null, null, null);
    }

    /** The manifest comes last and is in no list. */
    byte[] manifest(Manifest manifest) throws IOException {
        before.accept(Manifest.FILE);
        byte[] bytes = SnapshotJson.text(manifest).getBytes(StandardCharsets.UTF_8);
        Files.write(path(Manifest.FILE), bytes, StandardOpenOption.CREATE_NEW);
        sync(path(Manifest.FILE));
        return bytes;
    }

    private FileEntry add(String name, String collection, Content content, String format, String mediaType, String compression,
            Long rows, Long contentBytes, String contentSha256) throws IOException {
        sync(path(name));
        FileEntry entry = new FileEntry(name, collection, content, format, mediaType, compression, rows,
                Files.size(path(name)), Digests.of(path(name)), contentBytes, contentSha256,
                SnapshotPaths.file(revision, name));
        files.add(entry);
        return entry;
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** @return how many rows were written */
    interface Rows {
        long writeTo(OutputStream out) throws IOException;
    }

    interface FileRows {
        long writeTo(Path file) throws IOException;
    }

    private static final class Counted extends FilterOutputStream {

        private long bytes;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) throws IOException {
            out.write(many, from, length);
            bytes += length;
        }
    }
}
