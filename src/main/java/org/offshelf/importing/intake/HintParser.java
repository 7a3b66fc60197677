package org.offshelf.importing.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;
import org.offshelf.http.Nearest;
import org.offshelf.ledger.Coded;
import org.offshelf.notice.NoticeKind;
import org.offshelf.source.SourceKind;

/** Reads what is said about a document, and tells all that is wrong with it at once. */
final class HintParser {

    private static final List<String> HINTS = List.of("regulator", "kind", "title", "published", "deadline", "batchYear",
            "batchNumber", "overallNumber", "declaredCount", "notice", "follows", "sourceUrl", "sourceKind", "publisher",
            "partial");
    private static final List<String> OTHERS = List.of("dryRun", "fileName", "wait");
    private static final int LONGEST_WAIT = 30;
    private static final int LONGEST = 500;

    private final GivenParameters given;
    private final Ids ids;
    private final List<Fault> faults;

    /**
     * Which ids there are.
     *
     * @param isNotice whether a notice has an id
     * @param notices asked for only to say what may have been meant
     */
    record Ids(List<String> regulators, Predicate<String> isNotice, Supplier<List<String>> notices) {
    }

    /** @param seconds to wait for the end of the import */
    record Asked(ImportHints hints, boolean dryRun, String fileName, int seconds) {
    }

    private HintParser(Map<String, List<String>> given, Ids ids) {
        Map<String, List<String>> filledIn = new LinkedHashMap<>();
        given.forEach((name, values) -> filledIn.put(name,
                values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList()));
        this.given = new GivenParameters(filledIn);
        this.faults = this.given.faults();
        this.ids = ids;
    }

    static Asked parse(Map<String, List<String>> given, Ids ids, int wait) {
        return new HintParser(given, ids).parse(wait);
    }

    private Asked parse(int wait) {
        List<String> known = Stream.concat(HINTS.stream(), OTHERS.stream()).toList();
        given.requireKnown(known);
        List<String> regulators = list("regulator");
        regulators.stream().filter(id -> !ids.regulators().contains(id))
                .forEach(id -> faults.add(Fault.unknownValue("regulator", id, ids.regulators())));
        ImportHints hints = new ImportHints(regulators, code("kind", NoticeKind.class), text("title", LONGEST),
                day("published"),
                day("deadline"), number("batchYear", 2000, 2100), number("batchNumber", 1, 1000),
                number("overallNumber", 1, 10_000), number("declaredCount", 0, 1_000_000), notice("notice"), notice("follows"),
                url("sourceUrl"), code("sourceKind", SourceKind.class), text("publisher", 200), flag("partial", false));
        if (hints.published() != null && hints.deadline() != null && hints.deadline().isBefore(hints.published())) {
            faults.add(Fault.invalidValue("deadline", hints.deadline().toString(), "It is before the day of publication."));
        }
        Integer seconds = number("wait", 0, LONGEST_WAIT);
        Asked asked = new Asked(hints, flag("dryRun", true), text("fileName", LONGEST), seconds == null ? wait : seconds);
        given.check();
        return asked;
    }

    private String text(String name, int longest) {
        String text = given.single(name).orElse(null);
        if (text != null && text.length() > longest) {
            faults.add(Fault.invalidValue(name, null, "At most " + longest + " characters."));
            return null;
        }
        return text;
    }

    private List<String> list(String name) {
        return given.values(name).stream().map(String::strip).filter(value -> !value.isEmpty()).distinct().toList();
    }

    private LocalDate day(String name) {
        return value(name, LocalDate::parse, "A day is written like `2021-11-03`.");
    }

    private Integer number(String name, int least, int most) {
        return given.number(name, least, most).orElse(null);
    }

    private boolean flag(String name, boolean otherwise) {
        return given.code(name, List.of("true", "false")).map(Boolean::parseBoolean).orElse(otherwise);
    }

    private <E extends Enum<E> & Coded> E code(String name, Class<E> type) {
        return given.code(name, Arrays.stream(type.getEnumConstants()).map(Coded::code).toList())
                .map(code -> Coded.of(type, code)).orElse(null);
    }

    private String notice(String name) {
        String id = given.single(name).orElse(null);
        if (id != null && !ids.isNotice().test(id)) {
            faults.add(new Fault(name, id, Fault.UNKNOWN_VALUE, "There is no notice `" + id + "`.", null,
                    Nearest.match(id, ids.notices().get()).orElse(null)));
        }
        return id;
    }

    private String url(String name) {
        return value(name, text -> {
            try {
                URI uri = new URI(text);
                boolean isWeb = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
                if (!isWeb || text.length() > LONGEST) {
                    throw new IllegalArgumentException(text);
                }
                return text;
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }, "It must be a web address, of at most " + LONGEST + " characters.");
    }

    private <T> T value(String name, Function<String, T> parse, String form) {
        String text = given.single(name).orElse(null);
        try {
            return text == null ? null : parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            faults.add(Fault.invalidValue(name, text, form));
            return null;
        }
    }
}
