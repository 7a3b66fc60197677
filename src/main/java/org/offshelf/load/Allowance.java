package org.offshelf.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** How much each client of one sort may ask, said in the fields of draft-ietf-httpapi-ratelimit-headers. */
final class Allowance {

    static final CharSequence POLICY_FIELD = HttpHeaders.createOptimized("RateLimit-Policy");
    static final CharSequence FIELD = HttpHeaders.createOptimized("RateLimit");

    private final int quota;
    private final String beginning;
    private final CharSequence policy;
    private final LoadingCache<String, Bucket> buckets;

    /** @param clients of so many it is known; the one that has not asked for longest is forgotten first */
    Allowance(String name, int quota, Duration window, int clients) {
        this.quota = quota;
        this.beginning = '"' + name + "\";r=";
        this.policy = HttpHeaders.createOptimized('"' + name + "\";q=" + quota + ";w=" + window.toSeconds());
        this.buckets = Caffeine.newBuilder().maximumSize(clients).expireAfterAccess(window)
                .build(client -> Bucket.builder().addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window)).build());
    }

    int quota() {
        return quota;
    }

    ConsumptionProbe take(String client, int cost) {
        return buckets.get(client).tryConsumeAndReturnRemaining(Math.min(cost, quota));
    }

    void giveBack(String client, int cost) {
        buckets.get(client).addTokens(Math.min(cost, quota));
    }

    /** How much is left, and in how many seconds all of it is there again. */
    void tell(ConsumptionProbe probe, MultiMap headers) {
        headers.set(POLICY_FIELD, policy);
        headers.set(FIELD, beginning + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
    }

    static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
