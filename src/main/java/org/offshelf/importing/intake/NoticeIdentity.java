package org.offshelf.importing.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.offshelf.importing.KnownNotice;
import org.offshelf.importing.Names;
import org.offshelf.importing.NoticeFacts;
import org.offshelf.importing.reading.ReadNotice.Followed;
import org.offshelf.notice.NoticeKind;
import org.offshelf.regulator.Regulator;

/** Tells which notice a document is, and names those the registry does not hold. */
final class NoticeIdentity {

    private final List<KnownNotice> notices;
    private final Predicate<String> isTaken;

    /**
     * @param notices of the regulators of the document, and whoever is asked for by its id
     * @param isTaken whether a notice has the id
     */
    NoticeIdentity(List<KnownNotice> notices, Predicate<String> isTaken) {
        this.notices = notices;
        this.isTaken = isTaken;
    }

    /** @param by how it was recognised, in words */
    record Found(KnownNotice notice, String by) {
    }

    /** The notice that is held, if it is: numbered by its batch, else told by its day and title. */
    Optional<Found> find(NoticeFacts facts) {
        Predicate<KnownNotice> same = notice -> notice.kind() == facts.kind()
                && !Collections.disjoint(notice.regulators(), facts.regulators());
        if (facts.batchYear() != null && facts.batchNumber() != null) {
            Optional<KnownNotice> batch = first(same.and(notice -> facts.batchYear().equals(notice.batchYear())
                    && facts.batchNumber().equals(notice.batchNumber())));
            if (batch.isPresent()) {
                return batch.map(notice -> new Found(notice, "the same regulator, kind and batch"));
            }
        }
        Predicate<KnownNotice> sameDay = same.and(notice -> facts.published() != null
                && facts.published().equals(notice.published()) && !contradicts(notice.batchNumber(), facts.batchNumber()));
        return first(sameDay.and(notice -> Names.normalise(notice.title()).equals(Names.normalise(facts.title()))))
                .map(notice -> new Found(notice, "the same regulator, kind, day and title"));
    }

    private static boolean contradicts(Integer one, Integer other) {
        return one != null && other != null && !one.equals(other);
    }

    /** One that was retracted only where no other fits. */
    private Optional<KnownNotice> first(Predicate<KnownNotice> condition) {
        List<KnownNotice> fit = notices.stream().filter(condition).toList();
        return fit.stream().filter(KnownNotice::isCurrent).findFirst().or(() -> fit.stream().findFirst());
    }

    /** Named like those that are held: by batch, else by day. What is truly another act of that day gets a number. */
    String name(NoticeFacts facts, Collection<Regulator> regulators) {
        StringBuilder name = new StringBuilder();
        for (Regulator regulator : regulators) {
            name.append(name.isEmpty() ? "" : "-").append(shortName(regulator));
        }
        boolean hasBatch = facts.batchYear() != null && facts.batchNumber() != null;
        name.append('-').append(hasBatch ? facts.batchYear() + "-" + facts.batchNumber() : facts.published());
        switch (facts.kind()) {
            case REMOVAL_ORDER -> name.append("-removal");
            case SUMMONS -> name.append("-summons");
            case PENALTY_DECISION -> name.append("-penalty");
            default -> {
            }
        }
        String free = name.toString();
        for (int number = 2; isTaken.test(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    private static String shortName(Regulator regulator) {
        String abbreviation = regulator.abbreviation == null ? "" : regulator.abbreviation.toLowerCase(Locale.ROOT);
        return abbreviation.matches("[a-z0-9-]{2,12}") ? abbreviation : regulator.id;
    }

    Optional<KnownNotice> get(String id) {
        return first(notice -> notice.id().equals(id));
    }

    /** The notice that another refers back to, if exactly one that is held fits. */
    Optional<String> followed(Followed followed, Set<String> regulators, String self) {
        List<KnownNotice> candidates = notices.stream().filter(KnownNotice::isCurrent)
                .filter(notice -> notice.kind() == NoticeKind.VIOLATION_NOTICE && !notice.id().equals(self))
                .filter(notice -> !Collections.disjoint(notice.regulators(), regulators)).toList();
        List<Predicate<KnownNotice>> ways = List.of(
                notice -> followed.batch() != null && followed.batch().number() != null
                        && followed.batch().number().equals(notice.batchNumber())
                        && year(followed, notice),
                notice -> followed.batch() != null && followed.batch().overall() != null
                        && followed.batch().overall().equals(notice.overallNumber()),
                notice -> followed.published() != null && followed.published().equals(notice.published()),
                notice -> followed.title() != null && isTitled(notice, followed.title()));
        for (Predicate<KnownNotice> way : ways) {
            List<KnownNotice> fit = candidates.stream().filter(way).toList();
            if (fit.size() == 1) {
                return Optional.of(fit.get(0).id());
            }
        }
        return Optional.empty();
    }

    private static boolean year(Followed followed, KnownNotice notice) {
        Integer year = followed.batch().year() != null ? followed.batch().year()
                : Optional.ofNullable(followed.published()).map(LocalDate::getYear).orElse(null);
        return year != null && Objects.equals(year, notice.batchYear());
    }

    private static boolean isTitled(KnownNotice notice, String title) {
        String held = Names.normalise(notice.title());
        String printed = Names.normalise(title);
        return held.equals(printed) || printed.length() > 12 && held.contains(printed);
    }
}
