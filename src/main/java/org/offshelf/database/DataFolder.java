package org.offshelf.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The folder that holds one embedded database. Whoever has it open owns it: the operating system ends that with the JVM. */
final class DataFolder implements AutoCloseable {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            Path path = folder.toRealPath();
            FileChannel channel = FileChannel.open(path.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly("rw-------"));
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(folder);
            }
            return new DataFolder(path, channel);
        } catch (OverlappingFileLockException e) {
            throw inUse(folder);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot keep the database in " + folder.toAbsolutePath() + " (" + e
                    + "): make the folder writable or choose another with OFFSHELF_DATABASE_FOLDER.", e);
        }
    }

    Path data() {
        return path.resolve("data");
    }

    /** Where a new data folder is made, so that {@link #data()} is either whole or not there. */
    Path installing() {
        return path.resolve("installing");
    }

    Path log() {
        return path.resolve("server.log");
    }

    /** The password of an account, generated when first asked for. */
    String password(String account) throws IOException {
        Path file = path.resolve("password-" + account);
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writeForOwner(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    Path writeInitFile(String statements) throws IOException {
        return writeForOwner(path.resolve("init.sql"), statements);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static Path writeForOwner(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly("rw-------"));
        return Files.writeString(file, text);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
                : new FileAttribute<?>[0];
    }

    private static DatabaseUnavailable inUse(Path folder) {
        return new DatabaseUnavailable("Another process uses the database in " + folder.toAbsolutePath()
                + ": stop that one or choose another folder with OFFSHELF_DATABASE_FOLDER.");
    }
}
