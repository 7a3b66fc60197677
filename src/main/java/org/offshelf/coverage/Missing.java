package org.offshelf.coverage;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.offshelf.query.CoverageScope;
import org.offshelf.query.CoverageState;

/**
 * All that is known to be missing at a moment.
 *
 * @param years the rows of coverage
 * @param joint what joint notices lack, which the rows of each of their regulators have
 */
record Missing(List<Year> years, List<Joint> joint) {

    /** @param year null where it is not known */
    record Year(String regulator, String level, Integer year, CoverageState state, long heldNotices, long missingNotices,
            long missingRows) {

        private boolean isIn(CoverageScope scope) {
            return (scope.regulators().isEmpty() || scope.regulators().contains(regulator))
                    && (scope.levels().isEmpty() || scope.levels().contains(level)) && Missing.isIn(scope, year);
        }
    }

    record Joint(Set<String> regulators, Integer year, long missingRows) {
    }

    private static boolean isIn(CoverageScope scope, Integer year) {
        return year == null ? scope.isOfAllYears() : scope.firstYear() <= year && year <= scope.lastYear();
    }

    Tally of(CoverageScope scope) {
        List<Year> asked = years.stream().filter(year -> year.isIn(scope)).toList();
        long rows = asked.stream().mapToLong(Year::missingRows).sum();
        for (Joint one : joint) {
            // Its rows are missing once, however many of its regulators were asked for.
            long times = asked.stream().filter(year -> one.regulators().contains(year.regulator())
                    && Objects.equals(one.year(), year.year())).count();
            rows -= Math.max(0, times - 1) * one.missingRows();
        }
        return new Tally(state(asked, scope), asked.stream().mapToLong(Year::missingNotices).sum(), rows);
    }

    /** Nothing is known of regulators and years without a row. */
    private static boolean hasEveryYear(List<Year> asked, CoverageScope scope) {
        int years = scope.isBounded() ? scope.lastYear() - scope.firstYear() + 1 : 1;
        return !scope.regulators().isEmpty() && scope.regulators().stream().allMatch(
                regulator -> asked.stream().filter(year -> year.regulator().equals(regulator)).count() >= years);
    }

    private static CoverageState state(List<Year> asked, CoverageScope scope) {
        boolean isWhole = !asked.isEmpty() && asked.stream().allMatch(year -> year.state() == CoverageState.COMPLETE);
        if (isWhole && hasEveryYear(asked, scope)) {
            return CoverageState.COMPLETE;
        }
        if (asked.stream().allMatch(year -> year.heldNotices() == 0)) {
            return CoverageState.NONE;
        }
        return asked.stream().map(Year::state)
                .anyMatch(state -> state == CoverageState.PARTIAL || state == CoverageState.NONE) ? CoverageState.PARTIAL
                        : CoverageState.UNKNOWN;
    }

    record Tally(CoverageState state, long missingNotices, long missingRows) {
    }
}
