package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateSpanTest {

    @ParameterizedTest
    @CsvSource({
            "2021-11-03, 2021-11-03, 2021-11-03",
            "2024-02-29, 2024-02-29, 2024-02-29",
            "2021-11, 2021-11-01, 2021-11-30",
            "2021-12, 2021-12-01, 2021-12-31",
            "2024-02, 2024-02-01, 2024-02-29",
            "2021-02, 2021-02-01, 2021-02-28",
            "2021, 2021-01-01, 2021-12-31",
            "0000, 0000-01-01, 0000-12-31",
            "9999, 9999-01-01, 9999-12-31"
    })
    void isADayAMonthOrAYear(String text, LocalDate first, LocalDate last) {
        assertThat(DateSpan.parse(text)).contains(new DateSpan(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "21", "202", "20211", "2021-", "2021-1", "2021-13", "2021-00", "2021-11-", "2021-11-3",
            "2021-11-31", "2021-02-29", "2021-11-03T00:00:00Z", "2021/11/03", "20211103", "-2021", "+2021", " 2021", "today",
            "２０２１", "2021-11-03-01" })
    void isNothingElse(String text) {
        assertThat(DateSpan.parse(text)).isEmpty();
    }
}
