package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;
import org.offshelf.notice.NoticeKind;

/** The short notices in {@code notices/layouts}, each with what is to be read from it below its last rule of equals signs. */
class NoticeSamplesTest {

    private static final String RULE = "\n=====\n";

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAsWrittenBelowIt(String name) {
        assertThat(summary(Notices.read(document(name, StandardCharsets.UTF_8), null))).isEqualTo(expected(name));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAlikeUnderItsName(String name) {
        assertThat(summary(Notices.read(document(name, StandardCharsets.UTF_8), name))).isEqualTo(expected(name));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GB18030", "UTF-16" })
    void separatedValuesInTheEncodingsOfSpreadsheets(String charset) {
        String name = "lists-below-each-other.csv";
        assertThat(summary(Notices.read(document(name, Charset.forName(charset)), name))).isEqualTo(expected(name));
    }

    static Stream<String> samples() {
        try (Stream<Path> files = Files.list(Path.of(NoticeSamplesTest.class.getResource("/notices/layouts").toURI()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sample(String name) {
        return new String(Notices.bytes("layouts/" + name), StandardCharsets.UTF_8);
    }

    private static byte[] document(String name, Charset charset) {
        String text = sample(name);
        return text.substring(0, text.lastIndexOf(RULE)).getBytes(charset);
    }

    private static String expected(String name) {
        String text = sample(name);
        return text.substring(text.lastIndexOf(RULE) + RULE.length()).strip().replaceAll(" *\\| *", " | ")
                .replaceAll("(?m)[ |]+$", "");
    }

    /** What a notice states and lists, a line for each; the usual is left out. */
    static String summary(ReadNotice notice) {
        List<String> lines = new ArrayList<>();
        add(lines, "title", notice.title());
        add(lines, "kind", notice.kind() == NoticeKind.VIOLATION_NOTICE ? null : notice.kind());
        add(lines, "batch", batch(notice.batch()));
        add(lines, "published", notice.published());
        add(lines, "deadline", notice.deadline());
        add(lines, "declared", notice.declaredCount());
        if (notice.follows() != null) {
            add(lines, "follows", notice.follows().title() + " " + batch(notice.follows().batch()) + " "
                    + notice.follows().published());
        }
        notice.lists().stream().filter(list -> list.annex() != null).forEach(
                list -> add(lines, "list", list.annex() + " | " + text(list.owner()) + " | " + list.measure()));
        notice.rows().forEach(row -> lines.add(row(row)));
        notice.rejected().forEach(row -> add(lines, "rejected", row.text()));
        notice.warnings().stream().map(warning -> "warning " + warning.kind()).distinct().sorted().forEach(lines::add);
        return lines.stream().collect(Collectors.joining("\n")).strip();
    }

    private static String row(ReadRow row) {
        return Stream
                .of(row.number(), row.app(), row.developer(), row.store(), row.version(), row.problem(), row.filingNumber(),
                        row.region(), row.kind() == AppKind.APP ? null : row.kind(),
                        row.measure() == Measure.REMOVE ? row.measure() : null)
                .map(value -> text(value).replace("\n", " / ")).collect(Collectors.joining(" | ")).replaceAll("[ |]+$", "");
    }

    private static String batch(ReadNotice.Batch batch) {
        return batch == null ? null
                : Stream.of(batch.year(), batch.number(), batch.overall()).map(NoticeSamplesTest::text)
                        .collect(Collectors.joining("/")).replaceAll("/+$", "");
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }

    private static void add(List<String> lines, String label, Object value) {
        if (value != null) {
            lines.add(label + " " + value);
        }
    }
}
