package org.offshelf.importing.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.AppKind;
import org.offshelf.finding.ReadingMethod;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.Held;
import org.offshelf.importing.Known;
import org.offshelf.importing.KnownReader;
import org.offshelf.importing.Named;
import org.offshelf.importing.NoticeFacts;
import org.offshelf.importing.RowDecision;
import org.offshelf.importing.RowFacts;
import org.offshelf.importing.reading.Document;
import org.offshelf.importing.reading.ReadNotice;
import org.offshelf.importing.reading.ReadNotice.Batch;
import org.offshelf.importing.reading.ReadRow;
import org.offshelf.ledger.Citation;
import org.offshelf.ledger.Readings;
import org.offshelf.notice.DeclaredPart;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.PublishedBasis;
import org.offshelf.regulator.Regulator;

/** Sees how a document that was read stands to what the registry holds, within a reading or a write. */
@ApplicationScoped
class Surveyor {

    private static final int LONGEST_LOCATOR = 200;
    private static final int LONGEST_TITLE = 500;

    private final KnownReader reader;
    private final SameDocuments same;
    private final SourceKeeper sources;
    private final Readings readings;

    Surveyor(KnownReader reader, SameDocuments same, SourceKeeper sources, Readings readings) {
        this.reader = reader;
        this.same = same;
        this.sources = sources;
        this.readings = readings;
    }

    /** Whether the registry has this notice already. Asks for far less than a survey does. */
    boolean isHeld(ReadNotice read, Document document, ImportHints hints, Upload upload) {
        NoticeFacts facts = facts(read, hints, regulators(reader.regulators(), read, document, hints));
        Optional<String> sameAs = same.document(upload.sha256(), hints);
        return held(identity(facts, hints, sameAs), facts, hints, sameAs, missing(facts)).isPresent();
    }

    private NoticeIdentity identity(NoticeFacts facts, ImportHints hints, Optional<String> sameAs) {
        Set<String> named = Stream.concat(Stream.ofNullable(hints.notice()), sameAs.stream()).collect(Collectors.toSet());
        return new NoticeIdentity(reader.notices(facts.regulators(), named), reader::isNotice);
    }

    Situation survey(ReadNotice read, Document document, ImportHints hints, List<Decision> decisions, Upload upload) {
        List<ImportReport.Warning> warnings = new ArrayList<>();
        List<Regulator> regulators = regulators(reader.regulators(), read, document, hints);
        NoticeFacts facts = facts(read, hints, regulators);
        if (facts.title() == null && read.title() != null) {
            warnings.add(new ImportReport.Warning("title", "document", "What stands where the title should has more than "
                    + LONGEST_TITLE + " characters; give it as `title`.", null));
        }
        if (facts.published() != null && facts.published().isAfter(readings.today())) {
            warnings.add(new ImportReport.Warning("future-date", "document",
                    "It would be published on " + facts.published() + ", which is yet to come.", null));
        }
        if (read.rows().isEmpty()) {
            warnings.add(new ImportReport.Warning("no-rows", "document", "No list of apps was found in the document.", null));
        }
        Optional<String> sameAs = same.document(upload.sha256(), hints);
        NoticeIdentity identity = identity(facts, hints, sameAs);
        List<String> missing = missing(facts);
        Optional<NoticeIdentity.Found> found = held(identity, facts, hints, sameAs, missing);
        found.map(NoticeIdentity.Found::notice).filter(notice -> !notice.isCurrent()).ifPresent(notice -> {
            throw ProblemException.of(ProblemType.CONFLICT, "This is the notice `" + notice.id()
                    + "`, which was retracted. Its history says why; it has to be current before it can be changed.");
        });
        warnings.addAll(same.warnings(upload.sha256(), hints, sameAs));
        String id = found.map(one -> one.notice().id())
                .orElseGet(() -> missing.isEmpty() ? identity.name(facts, regulators) : null);
        Held held = found.isPresent() ? reader.held(id) : Held.nothing();
        String follows = follows(read, hints, identity, facts, id, warnings);
        SourceDraft source = sources.draft(facts, hints, upload, regulators.isEmpty() ? null : regulators.get(0).nameZh);
        NoticeFacts notice = named(dated(facts, held, hints, warnings), id, follows, held, source);
        String enforced = follows == null && held.notice() != null ? held.notice().follows() : follows;
        Map<String, List<String>> earlier = enforced == null ? Map.of() : reader.findingsByApp(enforced);
        List<RowFacts> rows = rows(read, source.id(), decisions);
        Known known = reader.read(Named.in(rows, held));
        return new Situation(known, notice, rows, held, earlier, source, missing,
                found.map(NoticeIdentity.Found::by).orElse(null), sameAs.orElse(null), warnings);
    }

    private static List<Regulator> regulators(List<Regulator> known, ReadNotice read, Document document,
            ImportHints hints) {
        if (hints.regulator().isEmpty()) {
            return new RegulatorNames(known).of(read, document, hints.publisher());
        }
        Map<String, Regulator> byId = known.stream().collect(Collectors.toMap(one -> one.id, one -> one));
        hints.regulator().stream().filter(id -> !byId.containsKey(id)).findFirst().ifPresent(id -> {
            throw ProblemException.of(ProblemType.CONFLICT, "The regulator `" + id + "` is not current any more.");
        });
        return hints.regulator().stream().map(byId::get).toList();
    }

    private static NoticeFacts facts(ReadNotice read, ImportHints hints, List<Regulator> regulators) {
        Batch batch = read.batch() == null ? new Batch(null, null, null) : read.batch();
        LocalDate published = or(hints.published(), read.published());
        Integer year = or(hints.batchYear(), batch.year());
        Integer number = or(hints.batchNumber(), batch.number());
        if (year == null && number != null && published != null) {
            year = published.getYear();
        }
        List<DeclaredPart> parts = read.lists().size() < 2 ? List.of()
                : read.lists().stream().filter(list -> list.owner() != null && list.declaredCount() != null)
                        .map(list -> new DeclaredPart(list.owner(), list.declaredCount(), list.annex())).toList();
        return new NoticeFacts(null, regulators.stream().map(one -> one.id).collect(Collectors.toCollection(TreeSet::new)),
                read.kind(), title(read), year, number, or(hints.overallNumber(), batch.overall()), published,
                PublishedBasis.valueOf(switch (SourceKeeper.kind(hints)) {
                    case REPOST -> "REPOST";
                    case PRESS -> "PRESS";
                    default -> "OFFICIAL";
                }), or(hints.deadline(), read.deadline()), or(hints.declaredCount(), read.declaredCount()), parts, null,
                List.of(), Set.of(), null, List.of());
    }

    private static String title(ReadNotice read) {
        return read.title() == null || read.title().length() > LONGEST_TITLE ? null : read.title();
    }

    private static List<String> missing(NoticeFacts facts) {
        List<String> missing = new ArrayList<>();
        if (facts.regulators().isEmpty()) {
            missing.add("regulator");
        }
        if (facts.kind() == null) {
            missing.add("kind");
        }
        if (facts.title() == null || facts.title().isBlank()) {
            missing.add("title");
        }
        if (facts.published() == null) {
            missing.add("published");
        }
        return missing;
    }

    private static Optional<NoticeIdentity.Found> held(NoticeIdentity identity, NoticeFacts facts, ImportHints hints,
            Optional<String> sameAs, List<String> missing) {
        if (hints.notice() != null) {
            return identity.get(hints.notice()).map(notice -> new NoticeIdentity.Found(notice, "named by you"));
        }
        if (sameAs.isPresent()) {
            return identity.get(sameAs.get()).map(notice -> new NoticeIdentity.Found(notice, "the very same document"));
        }
        return missing.isEmpty() ? identity.find(facts) : Optional.empty();
    }

    private static String follows(ReadNotice read, ImportHints hints, NoticeIdentity identity, NoticeFacts facts, String self,
            List<ImportReport.Warning> warnings) {
        if (hints.follows() != null || read.follows() == null) {
            return hints.follows();
        }
        Optional<String> follows = identity.followed(read.follows(), facts.regulators(), self);
        if (follows.isEmpty() && facts.kind() == NoticeKind.REMOVAL_ORDER) {
            warnings.add(new ImportReport.Warning("unknown-notice", "document",
                    "The notice it enforces was not found among those held; name it with `follows`, or later at the notice.",
                    null));
        }
        return follows.filter(id -> facts.kind() == NoticeKind.REMOVAL_ORDER).orElse(null);
    }

    /** The dates stand in every finding, and an excerpt has not all of them. */
    private static NoticeFacts dated(NoticeFacts facts, Held held, ImportHints hints, List<ImportReport.Warning> warnings) {
        if (held.notice() == null) {
            return facts;
        }
        boolean isExcerpt = hints.partial();
        LocalDate published = isExcerpt ? or(held.notice().published(), facts.published())
                : or(facts.published(), held.notice().published());
        LocalDate deadline = isExcerpt ? or(held.notice().deadline(), facts.deadline())
                : or(facts.deadline(), held.notice().deadline());
        if (facts.published() != null && !facts.published().equals(published)
                || facts.deadline() != null && !facts.deadline().equals(deadline)) {
            warnings.add(new ImportReport.Warning("dates-kept", "document",
                    "An excerpt does not change the dates of its notice,"
                            + " which are published " + published + ", deadline " + deadline + ". Correct them at the notice.",
                    null));
        }
        return facts.dated(published, deadline);
    }

    private static NoticeFacts named(NoticeFacts facts, String id, String follows, Held held, SourceDraft source) {
        Set<String> categories = held.notice() == null ? facts.categories() : held.notice().categories();
        return new NoticeFacts(id, facts.regulators(), facts.kind(), facts.title(), facts.batchYear(), facts.batchNumber(),
                facts.overallNumber(), facts.published(), facts.publishedBasis(), facts.deadline(), facts.declaredCount(),
                facts.declaredParts(), follows, facts.legalBasis(), categories, facts.summary(),
                List.of(new Citation(source.id(), "")));
    }

    private static List<RowFacts> rows(ReadNotice read, String source, List<Decision> decisions) {
        Map<Integer, RowDecision> decided = decisions.stream()
                .collect(Collectors.toMap(Decision::row, Decision::forRow, (first, second) -> second));
        List<RowFacts> rows = new ArrayList<>(read.rows().size());
        for (ReadRow row : read.rows()) {
            rows.add(new RowFacts(row.number(), row.app(), row.kind() == null ? AppKind.APP : row.kind(), row.developer(),
                    row.version(), row.store(), row.problem(), row.filingNumber(), row.annex(), row.measure(),
                    ReadingMethod.PARSED, row.region(), row.place(), List.of(new Citation(source, locator(row))),
                    decided.getOrDefault(rows.size() + 1, RowDecision.NONE)));
        }
        return rows;
    }

    private static String locator(ReadRow row) {
        String annex = row.annex() == null ? "" : row.annex() + ", ";
        String locator = annex + (row.number() == null ? row.place() : "row " + row.number());
        return locator.substring(Math.max(0, locator.length() - LONGEST_LOCATOR));
    }

    private static <T> T or(T first, T second) {
        return first == null ? second : first;
    }
}
