package org.offshelf.bench;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Rows on their way into a table: {@code LOAD DATA} on a connection and a thread of its own, which takes them as they come.
 * Foreign keys are not checked, and duplicate keys only in the primary key.
 */
final class Feed {

    private static final byte[] END = {};
    private static final int CHUNK = 64 << 10;

    private final TableColumns table;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(8);
    private final CompletableFuture<Void> load;
    private byte[] chunk = new byte[CHUNK];
    private int filled;
    private long rows;

    interface Connections {
        Connection open() throws SQLException;
    }

    Feed(Connections database, TableColumns table) {
        this.table = table;
        this.load = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(database), "load " + table.table());
        thread.setDaemon(true);
        thread.start();
    }

    long rows() {
        return rows;
    }

    void add(byte[] line) {
        rows++;
        for (int from = 0; from < line.length;) {
            if (filled == chunk.length) {
                send(chunk);
                chunk = new byte[CHUNK];
                filled = 0;
            }
            int part = Math.min(line.length - from, chunk.length - filled);
            System.arraycopy(line, from, chunk, filled, part);
            from += part;
            filled += part;
        }
    }

    /** Waits until all rows are in the table. */
    void end() {
        send(Arrays.copyOf(chunk, filled));
        send(END);
        try {
            load.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Rows could not be loaded into " + table.table(), e.getCause());
        }
    }

    private void send(byte[] bytes) {
        try {
            while (!chunks.offer(bytes, 1, TimeUnit.SECONDS)) {
                if (load.isDone()) {
                    load.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void run(Connections database) {
        try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
            // Rows of a small table come seldom
            statement.execute("set unique_checks = 0, foreign_key_checks = 0, system_versioning_insert_history = 1,"
                    + " net_read_timeout = 86400");
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(new Taken());
            long loaded = statement.executeLargeUpdate("load data local infile 'rows' into table " + table.table()
                    + " character set utf8mb4 (" + String.join(", ", table.columns()) + ")");
            requireWhole(statement, loaded);
            load.complete(null);
        } catch (SQLException | RuntimeException e) {
            load.completeExceptionally(e);
        }
    }

    /** What the server could not take as it was, it only warns of. */
    private void requireWhole(Statement statement, long loaded) throws SQLException {
        try (ResultSet warnings = statement.executeQuery("show warnings limit 1")) {
            if (warnings.next()) {
                throw new SQLException(table.table() + ": " + warnings.getString(3));
            }
        }
        if (loaded != rows) {
            throw new SQLException(table.table() + " took " + loaded + " of " + rows + " rows");
        }
    }

    private final class Taken extends InputStream {

        private byte[] current = new byte[0];
        private int at;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            while (current != END && at == current.length) {
                try {
                    current = chunks.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
                at = 0;
            }
            if (current == END) {
                return -1;
            }
            int part = Math.min(length, current.length - at);
            System.arraycopy(current, at, into, from, part);
            at += part;
            return part;
        }
    }
}
