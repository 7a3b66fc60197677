package org.offshelf.coverage;

import java.time.LocalDate;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.coverage.Missing.Tally;
import org.offshelf.ledger.LatestRevision;
import org.offshelf.ledger.Reading;
import org.offshelf.query.Coverage;
import org.offshelf.query.CoverageScope;
import org.offshelf.query.Coverages;
import org.offshelf.query.Links;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Says of answers what they lack. What is missing is read once for each day and each revision that changed it. */
@ApplicationScoped
class CoverageIndex implements Coverages {

    private static final int MOMENTS = 50;
    /** Ids of notices, of which a choice has up to 200. */
    private static final int CHOSEN = 50_000;

    private final MissingReader reader;
    private final SameCoverage same;
    private final LatestRevision latest;
    private final Cache<Moment, Missing> known = Caffeine.newBuilder().maximumSize(MOMENTS).recordStats().build();
    private final Cache<Choice, Tally> chosen = Caffeine.newBuilder().maximumWeight(CHOSEN)
            .weigher((Choice choice, Tally tally) -> 1 + choice.notices().size()).recordStats().build();

    CoverageIndex(MissingReader reader, SameCoverage same, LatestRevision latest) {
        this.reader = reader;
        this.same = same;
        this.latest = latest;
    }

    @Override
    public Coverage of(CoverageScope scope, Reading reading, Links links) {
        Moment moment = moment(reading);
        Tally tally = scope.notices().isEmpty() ? known.get(moment, at -> reader.all(reading)).of(scope)
                : chosen.get(new Choice(moment, scope.notices()), at -> reader.of(scope.notices(), reading));
        return new Coverage(tally.state(), tally.missingNotices(), tally.missingRows(), scope.link(links));
    }

    private Moment moment(Reading reading) {
        LatestRevision.Known last = latest.last();
        long history = last == null ? 0 : last.history();
        return new Moment(history, same.as(reading.revision(), history), reading.asOf());
    }

    /** How often it was read. */
    long reads() {
        return known.stats().loadCount() + chosen.stats().loadCount();
    }

    private record Moment(long history, long revision, LocalDate asOf) {
    }

    private record Choice(Moment moment, Set<String> notices) {
    }
}
