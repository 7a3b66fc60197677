package org.offshelf.hot;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

/** The answers there is room for. Of each question the newest is kept, so that a new revision replaces what it outdates. */
@Singleton
class KeptAnswers {

    private final Cache<Question, Kept> answers;
    private final long longest;

    KeptAnswers(HotConfig config, MeterRegistry meters) {
        longest = Math.min(config.longest().asLongValue(), config.weight().asLongValue());
        answers = Caffeine.newBuilder().maximumWeight(config.weight().asLongValue())
                .weigher((Question question, Kept kept) -> 2 * question.length() + kept.weight()).recordStats().build();
        CaffeineCacheMetrics.monitor(meters, answers, "hot-answers");
    }

    Kept get(Question question) {
        return answers.getIfPresent(question);
    }

    boolean hasRoomFor(int length) {
        return length <= longest;
    }

    void put(Question question, Kept kept) {
        answers.asMap().merge(question, kept, (before, now) -> now.isNewerThan(before) ? now : before);
    }

    long weight() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    void clear() {
        answers.invalidateAll();
    }
}
