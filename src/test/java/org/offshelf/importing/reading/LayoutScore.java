package org.offshelf.importing.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads every document of a folder of layouts and compares it, field by field, with the rows listed for it. Run by
 * {@code .ci/checks/70-layouts}.
 *
 * <p>
 * A document belongs to the notice whose apps it names. Lines of {@code [source]} and {@code [note]} at its top are not
 * the notice's and are left out. An excerpt is compared with the rows listed, as those are the ones that stand in it whole; a
 * row
 * it breaks off in is to be rejected by the reader, and would otherwise count against precision.
 */
final class LayoutScore {

    private static final double REQUIRED = 0.99;

    private static final class Count {
        int expected;
        int read;
        int both;

        void add(Count other) {
            expected += other.expected;
            read += other.read;
            both += other.both;
        }

        double recall() {
            return expected == 0 ? 1 : (double) both / expected;
        }

        double precision() {
            return read == 0 ? 1 : (double) both / read;
        }
    }

    private LayoutScore() {
    }

    /** @param arguments the folder that holds {@code findings.csv} and {@code layouts} */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        boolean verbose = arguments.length > 1;
        Map<String, List<CSVRecord>> findings = findings(data.resolve("findings.csv"));
        Map<String, Count> totals = new LinkedHashMap<>();
        List<Path> layouts;
        try (Stream<Path> files = Files.list(data.resolve("layouts"))) {
            layouts = files.sorted().toList();
        }
        for (Path layout : layouts) {
            String name = layout.getFileName().toString();
            String text = text(layout);
            String notice = notice(text, findings);
            ReadNotice read = read(text);
            Map<String, Count> counts = compare(findings.get(notice), read.rows(), verbose);
            System.out.printf("%-72s rows %3d of %3d  %s%n", name, read.rows().size(), findings.get(notice).size(),
                    line(counts));
            if (verbose) {
                System.out.println("  " + read.title() + " " + read.batch() + " " + read.published() + " by " + read.deadline()
                        + " states " + read.declaredCount() + " follows " + read.follows() + "\n  " + read.lists());
                read.rejected().forEach(row -> System.out.println("  rejected " + row));
                read.warnings().forEach(warning -> System.out.println("  " + warning));
            }
            counts.forEach((field, count) -> totals.computeIfAbsent(field, absent -> new Count()).add(count));
        }
        System.out.printf("%-10s %9s %9s %9s%n", "field", "expected", "recall", "precision");
        totals.forEach((field, count) -> System.out.printf("%-10s %9d %9.4f %9.4f%n", field, count.expected, count.recall(),
                count.precision()));
        if (totals.values().stream().anyMatch(count -> count.recall() < REQUIRED || count.precision() < REQUIRED)) {
            System.out.println("At least " + REQUIRED + " each is required.");
            System.exit(1);
        }
    }

    private static Map<String, List<CSVRecord>> findings(Path csv) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, format)) {
            return parser.stream().collect(Collectors.groupingBy(record -> record.get("notice"), LinkedHashMap::new,
                    Collectors.toList()));
        }
    }

    private static String text(Path layout) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(layout));
        while (!lines.isEmpty() && (lines.get(0).startsWith("[source]") || lines.get(0).startsWith("[note]"))) {
            lines.remove(0);
        }
        return String.join("\n", lines);
    }

    /** The one whose names of apps stand in the text. */
    private static String notice(String text, Map<String, List<CSVRecord>> findings) {
        String plain = Texts.plain(text.replace("\\", ""));
        ToDoubleFunction<String> share = notice -> findings.get(notice).stream()
                .mapToDouble(row -> plain.contains(row.get("app_name")) ? 1.0 : 0.0).average().orElse(0);
        return findings.keySet().stream()
                .max(Comparator.comparingDouble(share).thenComparingInt(notice -> findings.get(notice).size())).orElseThrow();
    }

    private static ReadNotice read(String text) {
        // Under no name: the reader has to see for itself what it is
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return NoticeReader.read(new DocumentReader(Limits.defaults()).read(bytes, null, null), Hints.none(),
                Limits.defaults());
    }

    private static Map<String, Count> compare(List<CSVRecord> expected, List<ReadRow> read, boolean verbose) {
        Map<String, Count> counts = new LinkedHashMap<>();
        counts.put("app", count(expected, read, row -> row.get("app_name"), ReadRow::app, verbose));
        counts.put("developer", count(expected, read, row -> row.get("developer"), ReadRow::developer, verbose));
        counts.put("store", count(expected, read, row -> row.get("store"), ReadRow::store, verbose));
        counts.put("version", count(expected, read, row -> row.get("version"), ReadRow::version, verbose));
        counts.put("phrases", count(expected, read, row -> row.get("problems"), ReadRow::problem, verbose));
        counts.put("filing", count(expected, read, row -> row.get("filing_number"), ReadRow::filingNumber, verbose));
        counts.put("number", count(expected, read, row -> row.get("annex").startsWith("issue groups") ? "" : row.get("seq"),
                row -> row.number() == null ? "" : row.number().toString(), verbose));
        return counts;
    }

    /** A value counts where it stands with its app; phrases each by themselves. */
    private static Count count(List<CSVRecord> expected, List<ReadRow> read, Function<CSVRecord, String> listed,
            Function<ReadRow, String> found, boolean verbose) {
        Map<String, Integer> open = new HashMap<>();
        Count count = new Count();
        for (CSVRecord row : expected) {
            for (String value : values(row.get("app_name"), listed.apply(row))) {
                open.merge(value, 1, Integer::sum);
                count.expected++;
            }
        }
        for (ReadRow row : read) {
            for (String value : values(row.app(), found.apply(row))) {
                count.read++;
                if (open.merge(value, -1, Integer::sum) >= 0) {
                    count.both++;
                } else if (verbose) {
                    System.out.println("  not listed: " + value);
                }
            }
        }
        if (verbose) {
            open.forEach((value, missing) -> {
                if (missing > 0) {
                    System.out.println("  not read: " + value);
                }
            });
        }
        return count;
    }

    private static List<String> values(String app, String value) {
        return value == null || value.isEmpty() ? List.of()
                : Arrays.stream(value.split("\n")).map(line -> app + " = " + line).toList();
    }

    private static String line(Map<String, Count> counts) {
        return counts.entrySet().stream().filter(entry -> entry.getValue().expected + entry.getValue().read > 0)
                .map(entry -> String.format("%s %.2f/%.2f", entry.getKey(), entry.getValue().recall(),
                        entry.getValue().precision()))
                .collect(Collectors.joining("  "));
    }
}
