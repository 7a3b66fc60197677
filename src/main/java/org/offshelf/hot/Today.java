package org.offshelf.hot;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.inject.Singleton;

import org.offshelf.ledger.Readings;

/** The day in Shanghai, for those who ask a hundred thousand times a second. */
@Singleton
class Today {

    private final Clock clock;
    private volatile Day last = new Day(null, 0, 0);

    Today(Clock clock) {
        this.clock = clock;
    }

    LocalDate get() {
        long now = clock.millis();
        Day day = last;
        if (now < day.begin() || now >= day.end()) {
            LocalDate date = LocalDate.now(clock.withZone(Readings.ZONE));
            day = new Day(date, millis(date), millis(date.plusDays(1)));
            last = day;
        }
        return day.date();
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(Readings.ZONE).toInstant().toEpochMilli();
    }

    private record Day(LocalDate date, long begin, long end) {
    }
}
