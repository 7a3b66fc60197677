package org.offshelf.http;

import java.time.Duration;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/**
 * Has requests counted by how long they took, so that percentiles of all instances together can be told. Few, for they cost.
 */
class LatencyBuckets {

    private static final double[] BUCKETS = Stream.of(5, 25, 100, 250, 1_000, 5_000).map(Duration::ofMillis)
            .mapToDouble(Duration::toNanos).toArray();

    @Produces
    @Singleton
    MeterFilter ofRequests() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder().serviceLevelObjectives(BUCKETS).build().merge(config)
                        : config;
            }
        };
    }
}
