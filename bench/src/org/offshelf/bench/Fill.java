package org.offshelf.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills a registry with made-up notices, or writes the documents that would. Says how on {@code --help}. */
public final class Fill {

    private static final String USAGE = """
            bench/fill JDBC-URL --findings NUMBER [options]
              fills the registry in that database, on which the service has been started before; user and password
              of the database in FILL_USER and FILL_PASSWORD
            --seed NUMBER       of all that is left to chance (1)
            --changed PERCENT   of the findings are changed in later revisions (0)
            --rows NUMBER       of each notice (as many as real ones have)
            --documents FOLDER  writes the notices as documents for POST /v1/imports there instead, each with its query
            --temp FOLDER       for what is put in order, about half of what the tables take (that of the system)
            """;
    private static final Set<String> OPTIONS = Set.of("--findings", "--seed", "--changed", "--rows", "--documents", "--temp");

    private final Feed.Connections database;
    private final PrintStream out;

    Fill(Feed.Connections database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        if (args.length == 0 || List.of(args).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                System.err.print("Not understood: " + args[i] + "\n" + USAGE);
                System.exit(2);
            }
            options.put(args[i], args[i + 1]);
        }
        if (!options.containsKey("--findings")) {
            System.err.print("--findings is missing\n" + USAGE);
            System.exit(2);
        }
        try {
            run(args[0], options);
        } catch (NumberFormatException e) {
            System.err.print("No number: " + e.getMessage() + "\n" + USAGE);
            System.exit(2);
        } catch (IllegalStateException | SQLException e) {
            System.err.println(e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
            System.exit(1);
        }
    }

    private static void run(String url, Map<String, String> options) throws IOException, SQLException {
        Fill fill = new Fill(() -> DriverManager.getConnection(url, System.getenv("FILL_USER"), System.getenv("FILL_PASSWORD")),
                System.out);
        Filler filler = fill.filler(Integer.parseInt(options.get("--findings")),
                Long.parseLong(options.getOrDefault("--seed", "1")), Integer.parseInt(options.getOrDefault("--rows", "0")),
                Double.parseDouble(options.getOrDefault("--changed", "0")) / 100);
        if (options.containsKey("--documents")) {
            fill.write(filler, Files.createDirectories(Path.of(options.get("--documents"))));
        } else {
            fill.load(filler, Files.createDirectories(
                    Path.of(options.getOrDefault("--temp", System.getProperty("java.io.tmpdir")))));
        }
    }

    /** @param rows of each notice; 0 for as many as real ones have */
    Filler filler(int findings, long seed, int rows, double changed) throws SQLException {
        if (findings < 1) {
            throw new IllegalStateException("--findings " + findings + ": at least one");
        }
        try (Connection connection = open()) {
            Reference reference = Reference.read(connection);
            if (reference.regulators().isEmpty()) {
                throw new IllegalStateException("The registry has no regulators: start the service on it once");
            }
            return new Filler(new Chance(seed), RealNotices.read(), reference, findings, rows, changed,
                    LocalDate.now(ZoneId.of("Asia/Shanghai")));
        }
    }

    private Connection open() throws SQLException {
        Connection connection = database.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time_zone = '+00:00'");
        }
        return connection;
    }

    void load(Filler filler, Path temp) throws IOException, SQLException {
        long began = System.nanoTime();
        Clock clock;
        try (Connection connection = open()) {
            clock = clock(connection, filler.revisions());
        }
        Path folder = Files.createTempDirectory(temp, "fill");
        Texts texts = new Texts(folder, filler.heldTexts());
        Tables tables = new Tables(this::open, folder);
        long[] said = { 0 };
        filler.fill(clock, tables, texts, findings -> {
            if (findings >= said[0] + 100_000) {
                said[0] = findings;
                say(began, findings + " findings told");
            }
        });
        long rows = tables.end();
        say(began, "records and ledger loaded");
        rows += texts.end(this::open);
        Files.delete(folder);
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            // Last: until then nobody sees any of it
            long last = clock.first() + filler.revisions();
            statement
                    .execute("update revision_counter set revision = " + last + ", at = '" + clock.at(last) + "' where id = 1");
        }
        say(began, rows + " rows; " + filler.schedule().notices().size() + " notices to revision "
                + (clock.first() + filler.schedule().notices().size()) + ", all to revision "
                + (clock.first() + filler.revisions()) + "; "
                + rows * 1_000_000_000 / (System.nanoTime() - began) + " rows a second");
    }

    private void say(long began, String what) {
        out.printf("%5d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
    }

    private static Clock clock(Connection connection, int revisions) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("select c.revision, c.at, sysdate(6), (select max(revision) from revision),"
                                + " (select date_format(max(row_end), '%Y-%m-%d %H:%i:%s.%f') from regulator) from revision_counter c")) {
            row.next();
            if (row.getLong(1) != row.getLong(4)) {
                throw new IllegalStateException("The registry was filled in part; begin with a fresh database");
            }
            return Clock.between(row.getLong(1), row.getObject(2, LocalDateTime.class), row.getObject(3, LocalDateTime.class),
                    revisions, row.getString(5));
        }
    }

    /** A document and its query for each notice, in the order in which they have to be imported. */
    List<Path> write(Filler filler, Path folder) throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Schedule.Notice notice : filler.schedule().notices()) {
            filler.story().publish(notice);
            Path document = folder.resolve(String.format("%06d.csv", notice.index() + 1));
            Files.writeString(document, filler.story().document(notice));
            Files.writeString(folder.resolve(document.getFileName().toString().replace(".csv", ".query")),
                    query(filler, notice));
            documents.add(document);
        }
        return documents;
    }

    private static String query(Filler filler, Schedule.Notice notice) {
        return "regulator=" + filler.story().regulator(notice).id() + "&published=" + notice.published()
                + (notice.deadline() == null ? "" : "&deadline=" + notice.deadline()) + "&kind="
                + (notice.isOrder() ? "removal-order" : "violation-notice") + "&batchYear=" + notice.published().getYear()
                + "&batchNumber=" + notice.number() + "&declaredCount=" + notice.rows()
                + (notice.isOrder()
                        ? "&follows=" + filler.story().noticeId(filler.schedule().notice(notice.follows()))
                        : "")
                + "&sourceKind=official&sourceUrl=" + filler.story().url(notice) + "&title="
                + URLEncoder.encode(filler.story().title(notice), StandardCharsets.UTF_8) + "&dryRun=false";
    }
}
