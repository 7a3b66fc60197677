package org.offshelf.coverage;

import java.time.LocalDate;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.coverage.Known.Tally;
import org.offshelf.ledger.Reading;
import org.offshelf.query.Coverage;
import org.offshelf.query.CoverageScope;
import org.offshelf.query.Coverages;
import org.offshelf.query.Links;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Says of answers what they lack. What is missing is read once at each revision and day, not for each answer. */
@ApplicationScoped
class CoverageIndex implements Coverages {

    private static final int MOMENTS = 50;
    private static final int CHOICES = 5_000;

    private final KnownReader reader;
    private final Cache<Moment, Known> known = Caffeine.newBuilder().maximumSize(MOMENTS).recordStats().build();
    private final Cache<Choice, Tally> chosen = Caffeine.newBuilder().maximumSize(CHOICES).recordStats().build();

    CoverageIndex(KnownReader reader) {
        this.reader = reader;
    }

    @Override
    public Coverage of(CoverageScope scope, Reading reading, Links links) {
        Moment moment = new Moment(reading.revision(), reading.asOf());
        Tally tally = scope.notices().isEmpty() ? known.get(moment, at -> reader.all(reading)).of(scope)
                : chosen.get(new Choice(moment, scope.notices()), at -> reader.of(scope.notices(), reading));
        return new Coverage(tally.state(), tally.missingNotices(), tally.missingRows(), scope.link(links));
    }

    /** How often it was read. */
    long reads() {
        return known.stats().loadCount() + chosen.stats().loadCount();
    }

    private record Moment(long revision, LocalDate asOf) {
    }

    private record Choice(Moment moment, Set<String> notices) {
    }
}
