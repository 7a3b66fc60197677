package org.offshelf.query;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which notices an answer rests on, as far as its filters say so by whom and when they were published. An empty set stands for
 * all there are.
 *
 * @param levels of the regulators
 * @param firstYear of publication; nothing is known of gaps within a year
 */
public record CoverageScope(Set<String> regulators, Set<String> levels, Set<String> notices, int firstYear, int lastYear) {

    private static final int FIRST = 0;
    private static final int LAST = 9999;

    public static final CoverageScope ALL = new CoverageScope(Set.of(), Set.of(), Set.of(), FIRST, LAST);

    static CoverageScope of(List<Criterion> criteria) {
        CoverageScope scope = ALL;
        for (Criterion criterion : criteria) {
            scope = scope.within(criterion);
        }
        return scope;
    }

    private CoverageScope within(Criterion criterion) {
        List<Object> values = criterion.values();
        return switch (criterion.filter().parameter()) {
            case "regulator" -> new CoverageScope(texts(values), levels, notices, firstYear, lastYear);
            case "regulator.level" -> new CoverageScope(regulators, texts(values), notices, firstYear, lastYear);
            case "notice" -> new CoverageScope(regulators, levels, texts(values), firstYear, lastYear);
            case "published", "year" -> within(values.stream().mapToInt(value -> year(value, false)).min().orElseThrow(),
                    values.stream().mapToInt(value -> year(value, true)).max().orElseThrow());
            case "published.gte", "year.gte" -> within(year(values.get(0), false), LAST);
            case "published.lte", "year.lte" -> within(FIRST, year(values.get(0), true));
            case "published.gt" -> within(((DateSpan) values.get(0)).last().plusDays(1).getYear(), LAST);
            case "published.lt" -> within(FIRST, ((DateSpan) values.get(0)).first().minusDays(1).getYear());
            case "year.gt" -> within(year(values.get(0), true) + 1, LAST);
            case "year.lt" -> within(FIRST, year(values.get(0), false) - 1);
            default -> this;
        };
    }

    private CoverageScope within(int first, int last) {
        return new CoverageScope(regulators, levels, notices, Math.max(firstYear, first), Math.min(lastYear, last));
    }

    private static int year(Object value, boolean isLast) {
        if (value instanceof DateSpan span) {
            LocalDate day = isLast ? span.last() : span.first();
            return day.getYear();
        }
        return (int) Math.max(FIRST, Math.min(LAST, (Long) value));
    }

    private static Set<String> texts(List<Object> values) {
        Set<String> texts = new LinkedHashSet<>();
        values.forEach(value -> texts.add((String) value));
        return texts;
    }

    /** Whether it leaves out no year, so that it takes in what is of none. */
    public boolean isOfAllYears() {
        return firstYear == FIRST && lastYear == LAST;
    }

    /** Whether it is of certain years. */
    public boolean isBounded() {
        return firstYear > FIRST && lastYear < LAST;
    }

    /** Where what is missing from it is told in full, at the moment of the answer. */
    public String link(Links links) {
        if (!notices.isEmpty()) {
            return links.elsewhere("/v1/notices").with("id", Links.list(notices)).self();
        }
        Links link = links.elsewhere("/v1/coverage");
        if (!regulators.isEmpty()) {
            link = link.with("regulator", Links.list(regulators));
        }
        if (!levels.isEmpty()) {
            link = link.with("regulator.level", Links.list(levels));
        }
        if (firstYear == lastYear) {
            return link.with("year", Integer.toString(firstYear)).self();
        }
        if (firstYear > FIRST) {
            link = link.with("year.gte", Integer.toString(firstYear));
        }
        return lastYear < LAST ? link.with("year.lte", Integer.toString(lastYear)).self() : link.self();
    }
}
