import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Times requests against the SQL behind each of them, in turns, on one HTTP connection and one of plain JDBC: one process and one
 * clock for both, so that their ratio means something. Arguments: URL of the service, JDBC URL with account, what each session
 * begins with, a file of tasks. A task is a line: method, path, body, then each statement, separated by tabs, all but the first two
 * in Base64. For each it prints: nanoseconds of the request, status, bytes, nanoseconds of the SQL, statements, rows that were
 * returned, and, in a second run that is not timed, rows the server's handlers touched.
 */
class Probe {

    private static final byte[] BUFFER = new byte[1 << 16];

    record Task(String method, String path, byte[] body, List<String> statements) {

        static Task of(String line) {
            String[] parts = line.split("\t", -1);
            List<String> statements = new ArrayList<>();
            for (int i = 3; i < parts.length; i++) {
                statements.add(new String(Base64.getDecoder().decode(parts[i]), StandardCharsets.UTF_8));
            }
            return new Task(parts[0], parts[1], Base64.getDecoder().decode(parts[2]), statements);
        }
    }

    record Answer(long nanos, int status, long bytes) {
    }

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[1]); Statement statement = connection.createStatement()) {
            statement.execute(args[2]);
            statement.execute("set session transaction isolation level repeatable read");
            int turn = 0;
            for (String line : Files.readAllLines(Path.of(args[3]))) {
                Task task = Task.of(line);
                Answer answer = null;
                // Each goes first twice, so that neither always finds the pages the other has brought into memory, whatever
                // kinds of tasks take turns
                boolean isRequestFirst = turn++ / 2 % 2 == 0;
                if (isRequestFirst) {
                    answer = ask(args[0], task);
                }
                long began = System.nanoTime();
                long rows = execute(statement, task.statements());
                long sql = System.nanoTime() - began;
                if (!isRequestFirst) {
                    answer = ask(args[0], task);
                }
                System.out.println(answer.nanos() + "\t" + answer.status() + "\t" + answer.bytes() + "\t" + sql + "\t"
                        + task.statements().size() + "\t" + rows + "\t" + touched(statement, task.statements()));
            }
        }
    }

    private static Answer ask(String url, Task task) throws IOException {
        long began = System.nanoTime();
        HttpURLConnection request = (HttpURLConnection) URI.create(url + task.path()).toURL().openConnection();
        request.setRequestMethod(task.method());
        request.setReadTimeout(600_000);
        request.setRequestProperty("Accept", "*/*");
        if (task.body().length > 0) {
            request.setDoOutput(true);
            request.setRequestProperty("Content-Type", "application/json");
            request.setFixedLengthStreamingMode(task.body().length);
            try (OutputStream out = request.getOutputStream()) {
                out.write(task.body());
            }
        }
        int status = request.getResponseCode();
        long bytes = 0;
        ByteArrayOutputStream problem = new ByteArrayOutputStream();
        try (InputStream in = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            for (int read; in != null && (read = in.read(BUFFER)) >= 0; bytes += read) {
                if (status != 200) {
                    problem.write(BUFFER, 0, read);
                }
            }
        }
        long nanos = System.nanoTime() - began;
        if (status != 200) {
            System.err.println(task.path() + " answered " + status + ": " + problem.toString(StandardCharsets.UTF_8));
        }
        return new Answer(nanos, status, bytes);
    }

    /** Reads every column of every row, as whoever answers from them must. */
    private static long execute(Statement statement, List<String> statements) throws SQLException {
        long rows = 0;
        for (String sql : statements) {
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    int columns = result.getMetaData().getColumnCount();
                    for (; result.next(); rows++) {
                        for (int column = 1; column <= columns; column++) {
                            result.getObject(column);
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static long touched(Statement statement, List<String> statements) throws SQLException {
        statement.execute("flush status");
        execute(statement, statements);
        try (ResultSet counters = statement.executeQuery("show session status like 'Handler_read%'")) {
            long sum = 0;
            while (counters.next()) {
                sum += counters.getLong(2);
            }
            return sum;
        }
    }
}
