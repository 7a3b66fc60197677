package org.offshelf.query;

/**
 * Something to be known of each group of records.
 *
 * @param name as asked for and answered
 * @param field what is counted or measured; null for the records themselves
 */
record Metric(String name, Kind kind, Field field) {

    enum Kind {
        RECORDS("count(%s)"),
        DISTINCT("count(distinct %s)"),
        SUM("sum(%s)"),
        MIN("min(%s)"),
        MAX("max(%s)"),
        AVG("round(avg(%s), 2)"),
        /** Mean of the one or two in the middle, by their rank {@code w} among {@code n} that have a value. */
        MEDIAN("round(avg(case when w%2$d in (floor((n%2$d + 1) / 2), floor((n%2$d + 2) / 2)) then %1$s end), 2)");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** @param index of the metric in its query, whose operand is {@code x} with that index */
        String sql(int index) {
            return sql.formatted("x" + index, index);
        }

        /** Whether a group without records has 0 of it, and not nothing. */
        boolean isZeroForNone() {
            return this == RECORDS || this == DISTINCT || this == SUM;
        }
    }

    boolean isOfAmount() {
        return kind != Kind.RECORDS && kind != Kind.DISTINCT;
    }

    String description() {
        return switch (kind) {
            case RECORDS -> "The number of records.";
            case DISTINCT -> "How many different " + name + ": " + field.description();
            case SUM -> "Sum in one currency: " + field.description();
            case MIN -> "Least in one currency: " + field.description();
            case MAX -> "Most in one currency: " + field.description();
            case AVG -> "Mean in one currency, to two decimals: " + field.description();
            case MEDIAN -> "Median in one currency, to two decimals: " + field.description();
        };
    }
}
