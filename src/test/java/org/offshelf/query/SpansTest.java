package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({ "2021-W45, 2021-11-08, 2021-11-14", "2020-W53, 2020-12-28, 2021-01-03", "2021-W01, 2021-01-04, 2021-01-10",
            "2021-Q4, 2021-10-01, 2021-12-31", "2020-Q1, 2020-01-01, 2020-03-31", "9999-W52, 9999-12-27, 9999-12-31" })
    void weeksAndQuartersAreDays(String text, LocalDate first, LocalDate last) {
        assertThat(DateSpan.parse(text)).contains(new DateSpan(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2021-W53", "2021-W00", "2021-W54", "2021-Q0", "2021-Q5", "2021-W1", "2021-W45-1", "2021Q4",
            "2021-q4" })
    void whatDoesNotExistIsNone(String text) {
        assertThat(DateSpan.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Bucket.class)
    void everyDayLiesInTheSpanOfItsKey(Bucket bucket) {
        for (LocalDate day = LocalDate.of(2015, 12, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            DateSpan span = DateSpan.parse(bucket.key(day)).orElseThrow();
            assertThat(day).isBetween(span.first(), span.last());
            assertThat(bucket.key(span.first())).isEqualTo(bucket.key(day));
        }
    }

    @Test
    void weeksAreThoseOfIso() {
        for (LocalDate day = LocalDate.of(2015, 12, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            assertThat(Bucket.WEEK.key(day)).isEqualTo(DateTimeFormatter.ISO_WEEK_DATE.format(day).substring(0, 8));
        }
    }

    @Test
    void spansFollowEachOther() {
        assertThat(Spans.between(LocalDate.of(2020, 12, 31), LocalDate.of(2021, 1, 11), Bucket.WEEK, 10).orElseThrow())
                .containsExactly("2020-W53", "2021-W01", "2021-W02");
        assertThat(Spans.between(LocalDate.of(2020, 12, 31), LocalDate.of(2021, 1, 11), Bucket.DAY, 11)).isEmpty();
        assertThat(Spans.between(LocalDate.of(2021, 1, 2), LocalDate.of(2021, 1, 1), Bucket.DAY, 11).orElseThrow()).isEmpty();
    }
}
