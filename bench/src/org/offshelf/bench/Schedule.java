package org.offshelf.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.offshelf.bench.Chance.Of;

/**
 * Which notices there are, in the order in which they were published: by whom, when, how long, and which of them are removal
 * orders that enforce an earlier one. Numbers only, as there may be hundreds of thousands of notices.
 */
final class Schedule {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);
    /** Half of all real notices are shorter; the longest have a few hundred rows. */
    private static final double MEDIAN_SIZE = 26;
    private static final double DEVIATION_OF_SIZE = 0.95;
    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 400;
    private static final double FOLLOWED_BY_ORDER = 0.2;
    private static final double NAMED_IN_ORDER = 0.25;
    private static final int DAYS_TO_ORDER = 35;

    private final Chance chance;
    private final Map<Series, Integer> numbers;
    private final int rows;
    private final int regulators;
    private final PriorityQueue<Order> due = new PriorityQueue<>(Comparator.comparing(Order::day).thenComparing(Order::notice));
    private Notice[] notices = new Notice[1024];
    private int size;
    private int findings;

    /**
     * @param follows the notice that is enforced; -1 for one that orders no removal
     * @param number of the batch, among those of the regulator, kind and year
     * @param first number of its first finding, among all there are
     * @param order the notice that enforces it; -1 if none does
     */
    record Notice(int index, int regulator, LocalDate published, LocalDate deadline, int follows, int number, int first,
            int rows, int order) {

        boolean isOrder() {
            return follows >= 0;
        }

        private Notice enforcedBy(int order) {
            return new Notice(index, regulator, published, deadline, follows, number, first, rows, order);
        }
    }

    /** What batches are counted by. */
    record Series(int regulator, boolean isOrder, int year) {
    }

    private record Order(LocalDate day, int notice) {
    }

    /**
     * @param rows of each notice; 0 for as many as real ones have
     * @param held how many batches of a series are held already
     */
    Schedule(Chance chance, int findings, int rows, int regulators, Map<Series, Integer> held) {
        this.chance = chance;
        this.rows = rows;
        this.regulators = regulators;
        this.numbers = new HashMap<>(held);
        long days = LAST.toEpochDay() - FIRST.toEpochDay();
        while (this.findings < findings) {
            LocalDate day = FIRST.plusDays(days * this.findings / findings);
            if (!due.isEmpty() && !due.element().day().isAfter(day)) {
                order(notices[due.remove().notice()], day, findings - this.findings);
            } else {
                violations(day, findings - this.findings);
            }
        }
        notices = Arrays.copyOf(notices, size);
    }

    List<Notice> notices() {
        return Arrays.asList(notices);
    }

    Notice notice(int index) {
        return notices[index];
    }

    /** The notice that the finding stands in. */
    Notice of(int finding) {
        int from = 0;
        int to = size - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (notices[middle].first() <= finding) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return notices[from];
    }

    /** Which of the findings of a notice an order repeats. */
    int[] enforced(Notice followed) {
        int[] named = new int[followed.rows()];
        int count = 0;
        for (int finding = followed.first(); finding < followed.first() + followed.rows(); finding++) {
            if (isNamedAgain(finding)) {
                named[count++] = finding;
            }
        }
        return Arrays.copyOf(named, count);
    }

    /** Whether an order repeats the finding. */
    boolean isEnforced(Notice notice, int finding) {
        return notice.order() >= 0 && isNamedAgain(finding);
    }

    private boolean isNamedAgain(int finding) {
        return chance.of(Of.NAMED_IN_ORDER, finding) < NAMED_IN_ORDER;
    }

    private void violations(LocalDate day, int left) {
        // A few regulators publish most notices
        double share = chance.of(Of.REGULATOR, size);
        int regulator = (int) (Math.pow(regulators + 1, share) - 1);
        LocalDate deadline = day.plusDays(5 + chance.below(10, Of.DEADLINE, size));
        if (chance.of(Of.FOLLOWED, size) < FOLLOWED_BY_ORDER) {
            due.add(new Order(day.plusDays(DAYS_TO_ORDER), size));
        }
        add(regulator, day, deadline, -1, Math.min(left, rows > 0 ? rows : realSize()));
    }

    private int realSize() {
        double size = Math.exp(Math.log(MEDIAN_SIZE) + DEVIATION_OF_SIZE * chance.normal(Of.SIZE, this.size));
        return (int) Math.max(LEAST_ROWS, Math.min(MOST_ROWS, size));
    }

    private void order(Notice followed, LocalDate day, int left) {
        int rows = enforced(followed).length;
        if (rows > 0 && rows <= left) {
            notices[followed.index()] = followed.enforcedBy(size);
            add(followed.regulator(), day, null, followed.index(), rows);
        }
    }

    private void add(int regulator, LocalDate day, LocalDate deadline, int follows, int rows) {
        if (size == notices.length) {
            notices = Arrays.copyOf(notices, size * 2);
        }
        int number = numbers.merge(new Series(regulator, follows >= 0, day.getYear()), 1, Integer::sum);
        notices[size] = new Notice(size, regulator, day, deadline, follows, number, findings, rows, -1);
        size++;
        findings += rows;
    }
}
