package org.offshelf.bench;

import java.util.Arrays;

import org.offshelf.bench.Chance.Of;
import org.offshelf.bench.Schedule.Notice;

/**
 * Which app each finding is about, and whose it is. Most apps are named once, some again and again, mostly by the same
 * regulator; some companies have many apps. Every fourth regulator prints no developers, so that nobody knows whose the apps
 * are that it names.
 */
final class Cast {

    static final int NONE = -1;

    /** By Heaps' law: the more rows there are, the fewer name an app that none before has named. */
    private static final double NEW_APP = 2.2;
    private static final double FEWER_NEW_APPS = -0.15;
    private static final double NEW_OPERATOR = 1.2;
    private static final double FEWER_NEW_OPERATORS = -0.08;
    private static final double SAME_REGULATOR = 0.7;
    /** How often a known one is looked for before a new one comes. */
    private static final int TRIES = 4;
    /** The later ones of a record that is written again and again grow with what was written before. */
    private static final int MOST_FINDINGS_OF_APP = 12;
    private static final int MOST_FINDINGS_OF_OPERATOR = 40;
    private static final int WITHOUT_DEVELOPERS = 4;

    private final Chance chance;
    private final Schedule schedule;
    private final int[] app;
    private final int[] beforeOfApp;
    private final int[] beforeOfOperator;
    private int[] operator = new int[1024];
    private int[] ordinal = new int[1024];
    private int[] countOfApp = new int[1024];
    private int[] lastOfApp = new int[1024];
    private int[] appsOfOperator = new int[1024];
    private int[] countOfOperator = new int[1024];
    private int[] lastOfOperator = new int[1024];
    private int apps;
    private int operators;

    Cast(Chance chance, Schedule schedule, int findings, int regulators) {
        this.chance = chance;
        this.schedule = schedule;
        this.app = new int[findings];
        this.beforeOfApp = new int[findings];
        this.beforeOfOperator = new int[findings];
        int[] lastNotice = new int[regulators];
        Arrays.fill(lastNotice, NONE);
        for (Notice notice : schedule.notices()) {
            if (notice.isOrder()) {
                int[] enforced = schedule.enforced(schedule.notice(notice.follows()));
                for (int row = 0; row < enforced.length; row++) {
                    name(notice.first() + row, app[enforced[row]]);
                }
            } else {
                for (int row = 0; row < notice.rows(); row++) {
                    name(notice.first() + row, choose(notice, notice.first() + row, lastNotice[notice.regulator()]));
                }
                lastNotice[notice.regulator()] = notice.index();
            }
        }
    }

    static boolean printsDevelopers(int regulator) {
        return regulator % WITHOUT_DEVELOPERS != WITHOUT_DEVELOPERS - 1;
    }

    int apps() {
        return apps;
    }

    int operators() {
        return operators;
    }

    int app(int finding) {
        return app[finding];
    }

    /** {@link #NONE} where nobody knows. */
    int operator(int app) {
        return operator[app];
    }

    /** Which of the apps of its company it is, from 0. */
    int ordinal(int app) {
        return ordinal[app];
    }

    /** The findings about the app, the first one first. */
    int[] findingsOfApp(int app) {
        return chain(lastOfApp[app], beforeOfApp);
    }

    int[] findingsOfOperator(int operator) {
        return chain(lastOfOperator[operator], beforeOfOperator);
    }

    private static int[] chain(int last, int[] before) {
        int length = 0;
        for (int finding = last; finding != NONE; finding = before[finding]) {
            length++;
        }
        int[] chain = new int[length];
        for (int finding = last; finding != NONE; finding = before[finding]) {
            chain[--length] = finding;
        }
        return chain;
    }

    private int choose(Notice notice, int finding, int lastNotice) {
        boolean hasDevelopers = printsDevelopers(notice.regulator());
        if (chance.of(Of.KNOWN_APP, finding) >= NEW_APP * Math.pow(finding, FEWER_NEW_APPS)) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                int known = app[known(lastNotice, finding, (long) finding * TRIES + attempt)];
                boolean isFree = countOfApp[known] < MOST_FINDINGS_OF_APP && lastOfApp[known] < notice.first();
                if (isFree && hasDevelopers == (operator[known] != NONE) && hasRoom(operator[known])) {
                    return known;
                }
            }
        }
        return begin(hasDevelopers ? operatorOfNew(finding) : NONE);
    }

    /** A finding before this one: of the regulator's last notice, or any. */
    private int known(int lastNotice, int finding, long attempt) {
        if (lastNotice != NONE && chance.of(Of.WHICH_APP, ~attempt) < SAME_REGULATOR) {
            Notice last = schedule.notice(lastNotice);
            return last.first() + chance.below(last.rows(), Of.WHICH_APP, attempt);
        }
        return chance.below(finding, Of.WHICH_APP, attempt);
    }

    private int operatorOfNew(int finding) {
        if (chance.of(Of.OPERATOR, finding) >= NEW_OPERATOR * Math.pow(apps, FEWER_NEW_OPERATORS)) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                int known = operator[app[chance.below(finding, Of.WHICH_OPERATOR, (long) finding * TRIES + attempt)]];
                if (known != NONE && hasRoom(known) && appsOfOperator[known] < Names.mostAppsOfOne()) {
                    return known;
                }
            }
        }
        if (operators == appsOfOperator.length) {
            appsOfOperator = Arrays.copyOf(appsOfOperator, operators * 2);
            countOfOperator = Arrays.copyOf(countOfOperator, operators * 2);
            lastOfOperator = Arrays.copyOf(lastOfOperator, operators * 2);
        }
        lastOfOperator[operators] = NONE;
        return operators++;
    }

    private boolean hasRoom(int operator) {
        return operator == NONE || countOfOperator[operator] < MOST_FINDINGS_OF_OPERATOR;
    }

    private int begin(int owner) {
        if (apps == operator.length) {
            operator = Arrays.copyOf(operator, apps * 2);
            ordinal = Arrays.copyOf(ordinal, apps * 2);
            countOfApp = Arrays.copyOf(countOfApp, apps * 2);
            lastOfApp = Arrays.copyOf(lastOfApp, apps * 2);
        }
        operator[apps] = owner;
        ordinal[apps] = owner == NONE ? 0 : appsOfOperator[owner]++;
        lastOfApp[apps] = NONE;
        return apps++;
    }

    private void name(int finding, int named) {
        app[finding] = named;
        beforeOfApp[finding] = lastOfApp[named];
        lastOfApp[named] = finding;
        countOfApp[named]++;
        int owner = operator[named];
        beforeOfOperator[finding] = NONE;
        if (owner != NONE) {
            beforeOfOperator[finding] = lastOfOperator[owner];
            lastOfOperator[owner] = finding;
            countOfOperator[owner]++;
        }
    }
}
