package org.offshelf.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The folder of the snapshots. One is there from the moment its own folder bears its number, complete; until then, and after it
 * was let go of, it has a name that begins with a dot, and nobody is shown it.
 */
@ApplicationScoped
class SnapshotFolder {

    private static final String WRITING = ".writing-";
    private static final String LEAVING = ".leaving-";
    private static final String LATEST = "latest.json";
    /** Manifests that are kept in memory. */
    private static final int MOST_KNOWN = 20;

    private final Path folder;
    private final Cache<Long, Published> known = Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    @Inject
    SnapshotFolder(SnapshotConfig config) {
        this(config.folder());
    }

    SnapshotFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The revisions of all snapshots, the latest first. */
    List<Long> revisions() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).filter(name -> name.matches("[1-9]\\d{0,17}"))
                    .map(Long::valueOf).sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Published> latest() {
        return revisions().stream().findFirst().flatMap(this::find);
    }

    Optional<Published> find(long revision) {
        Path own = own(revision);
        if (!Files.isDirectory(own)) {
            known.invalidate(revision);
            return Optional.empty();
        }
        return Optional.of(known.get(revision, any -> read(own)));
    }

    private static Published read(Path own) {
        try {
            byte[] bytes = Files.readAllBytes(own.resolve(Manifest.FILE));
            return new Published(own, SnapshotJson.MAPPER.readValue(bytes, Manifest.class), bytes, Digests.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot in " + own + " cannot be read", e);
        }
    }

    /** A folder to write in, which nobody sees. Only one writes at a time, so what others have left can go. */
    Path begin(long revision) throws IOException {
        Files.createDirectories(folder);
        clean();
        return Files.createDirectory(folder.resolve(WRITING + revision + "-" + UUID.randomUUID()));
    }

    /** Removes what an end in the middle has left behind, and lets {@code latest.json} name the latest. */
    void clean() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                String name = path.getFileName().toString();
                if (name.startsWith(WRITING) || name.startsWith(LEAVING)) {
                    delete(path);
                }
            }
        }
        Optional<Published> latest = latest();
        if (latest.isPresent()) {
            pointTo(latest.get());
        }
    }

    /** @return the snapshot, for all to see */
    Published publish(Path written, long revision) throws IOException {
        sync(written);
        Files.move(written, own(revision), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        Published published = find(revision).orElseThrow();
        pointTo(published);
        return published;
    }

    /** Lets go of all but the latest. */
    void keep(int number) throws IOException {
        for (long revision : revisions().stream().skip(Math.max(1, number)).toList()) {
            Path leaving = folder.resolve(LEAVING + revision);
            Files.move(own(revision), leaving, StandardCopyOption.ATOMIC_MOVE);
            known.invalidate(revision);
            delete(leaving);
        }
    }

    /** For those who serve or copy the folder without this application. */
    private void pointTo(Published latest) throws IOException {
        Path pointer = folder.resolve(LATEST);
        byte[] now = SnapshotJson.text(new Latest(latest.manifest().revision(),
                latest.manifest().revision() + "/" + Manifest.FILE, latest.manifestSha256())).getBytes(StandardCharsets.UTF_8);
        if (Files.exists(pointer) && Arrays.equals(Files.readAllBytes(pointer), now)) {
            return;
        }
        Path next = folder.resolve(WRITING + LATEST);
        Files.write(next, now);
        FileWriter.sync(next);
        Files.move(next, pointer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    private Path own(long revision) {
        return folder.resolve(Long.toString(revision));
    }

    static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (NoSuchFileException | UncheckedIOException gone) {
            // Somebody else was faster
        }
    }

    /** Names are on the disk once the folder is, where folders can be opened: not on Windows. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException windows) {
            // Its file system keeps names in order by itself
        }
    }

    /** What {@code latest.json} says; the path is that within the folder. */
    record Latest(long revision, String manifest, String manifestSha256) {
    }

    /** @param bytes of the manifest, as they are in the file */
    record Published(Path folder, Manifest manifest, byte[] bytes, String manifestSha256) {

        /** Only what the manifest names, and the manifest: no name from outside becomes a path. */
        Optional<FileAnswer> file(String name) {
            if (name.equals(Manifest.FILE)) {
                return Optional.of(new FileAnswer(folder.resolve(Manifest.FILE), MediaType.APPLICATION_JSON, bytes.length,
                        manifestSha256, manifest.written()));
            }
            return manifest.file(name).map(file -> new FileAnswer(folder.resolve(file.name()), file.mediaType(), file.bytes(),
                    file.sha256(), manifest.written()));
        }
    }
}
