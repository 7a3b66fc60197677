package org.offshelf.query;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The spans of time that days are counted by. Each has keys that sort as the days do and that date filters accept. */
enum Bucket {
    DAY,
    /** ISO 8601: from Monday, and of the year its Thursday lies in. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Bucket> ofCode(String code) {
        return Stream.of(values()).filter(bucket -> bucket.code().equals(code)).findFirst();
    }

    /** The SQL of the key of a day. */
    String sql(String day) {
        return switch (this) {
            case DAY -> "date_format(" + day + ", '%Y-%m-%d')";
            case WEEK -> "date_format(" + day + ", '%x-W%v')";
            case MONTH -> "date_format(" + day + ", '%Y-%m')";
            case QUARTER -> "concat(date_format(" + day + ", '%Y'), '-Q', quarter(" + day + "))";
            case YEAR -> "date_format(" + day + ", '%Y')";
        };
    }

    String key(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK -> String.format(Locale.ROOT, "%04d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR),
                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> day.toString().substring(0, 7);
            case QUARTER -> day.toString().substring(0, 4) + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> day.toString().substring(0, 4);
        };
    }
}
