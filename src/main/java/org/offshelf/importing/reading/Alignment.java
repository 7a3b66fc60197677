package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;

import org.offshelf.importing.reading.Table.Origin;

/**
 * Puts the pieces of a row under the columns they belong to, when there are more or fewer of them: merged cells leave fewer
 * behind, separators within a name make more. Keeps their order, and takes what looks best.
 */
final class Alignment {

    private static final int MOST = 80;
    private static final int SKIPPED = -1;
    private static final int JOINED = -1;
    private static final int FURTHER_LINE = -2;
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final List<String> pieces;
    private final List<Field> columns;
    private final Origin origin;
    private int total;

    private Alignment(List<String> pieces, List<Field> columns, Origin origin) {
        this.pieces = pieces;
        this.columns = columns;
        this.origin = origin;
    }

    /** @return a value for each column, empty where it has none; null where nothing fits */
    static List<String> align(List<String> pieces, List<Field> columns, Origin origin) {
        if (pieces.size() > MOST) {
            return null;
        }
        return new Alignment(pieces, columns, origin).best(SKIPPED);
    }

    /**
     * Puts the cells of one numbered row under their columns, where it has more than there are: after the first line come
     * others, without the columns whose cells are merged.
     */
    static List<List<String>> alignLines(List<String> pieces, List<Field> columns) {
        if (pieces.size() > MOST) {
            return List.of(pieces);
        }
        List<Field> further = new ArrayList<>();
        columns.forEach(field -> further.add(field == Field.NUMBER || field == Field.APP ? null : field));
        return new Alignment(pieces, columns, Origin.LINES).lines(further);
    }

    /** Tries each end of the first line, and goes on likewise with those after it. */
    private List<List<String>> lines(List<Field> further) {
        int[] score = new int[pieces.size() + 1];
        int[] next = new int[pieces.size() + 1];
        for (int from = pieces.size() - 1; from >= 0; from--) {
            score[from] = NEVER;
            for (int to = from + 1; to <= pieces.size(); to++) {
                int own = new Alignment(pieces.subList(from, to), from == 0 ? columns : further, Origin.LINES)
                        .score(from == 0 ? SKIPPED : 0);
                int all = own + score[to] + (to < pieces.size() ? FURTHER_LINE : 0);
                if (own > NEVER / 2 && all > score[from]) {
                    score[from] = all;
                    next[from] = to;
                }
            }
        }
        List<List<String>> lines = new ArrayList<>();
        for (int from = 0; from < pieces.size() && next[from] > from; from = next[from]) {
            List<String> own = new Alignment(pieces.subList(from, next[from]), from == 0 ? columns : further, Origin.LINES)
                    .best(from == 0 ? SKIPPED : 0);
            lines.add(own == null ? pieces.subList(from, next[from]) : own);
        }
        return lines;
    }

    private int score(int skipped) {
        return best(skipped) == null ? NEVER : total;
    }

    private List<String> best(int skipped) {
        int[][] score = new int[pieces.size() + 1][columns.size() + 1];
        int[][] taken = new int[pieces.size() + 1][columns.size() + 1];
        for (int piece = 0; piece < pieces.size(); piece++) {
            score[piece][columns.size()] = NEVER;
        }
        for (int column = columns.size() - 1; column >= 0; column--) {
            for (int piece = pieces.size(); piece >= 0; piece--) {
                int best = skipped + score[piece][column + 1];
                int take = 0;
                for (int end = piece + 1; end <= pieces.size() && end - piece <= most(column); end++) {
                    int sum = fit(piece, end, column) + score[end][column + 1];
                    if (sum > best) {
                        best = sum;
                        take = end - piece;
                    }
                }
                score[piece][column] = best;
                taken[piece][column] = take;
            }
        }
        total = score[0][0];
        if (score[0][0] <= NEVER / 2) {
            return null;
        }
        List<String> values = new ArrayList<>();
        int piece = 0;
        for (int column = 0; column < columns.size(); column++) {
            int take = taken[piece][column];
            values.add(String.join(origin.joiner, pieces.subList(piece, piece + take)));
            piece += take;
        }
        return values;
    }

    private int most(int column) {
        Field field = columns.get(column);
        if (field == null && origin == Origin.LINES) {
            return 0;
        }
        if (origin == Origin.GRID || field == null || field == Field.NUMBER || field == Field.FILING || field == Field.REGION) {
            return 1;
        }
        if (origin == Origin.LINES) {
            return field == Field.PROBLEM ? MOST : 1;
        }
        return MOST;
    }

    private int fit(int from, int to, int column) {
        Field field = columns.get(column);
        if (to - from == 1) {
            return Content.score(field, pieces.get(from));
        }
        if (field == Field.PROBLEM) {
            int sum = 0;
            for (int piece = from; piece < to; piece++) {
                sum += Content.score(field, pieces.get(piece));
            }
            return sum + (origin == Origin.LINES ? 0 : JOINED);
        }
        if (pieces.subList(from, to).stream().anyMatch(Content::isDash)) {
            // Stands for a cell of its own
            return NEVER;
        }
        String joined = String.join(origin.joiner, pieces.subList(from, to));
        // Spaces stand in the names of apps, and in those of companies only where they are not Chinese
        int unlikely = field == Field.DEVELOPER && joined.codePoints().anyMatch(Texts::isHan) ? JOINED : 0;
        return Content.score(field, joined) + JOINED * (to - from - 1) + unlikely;
    }
}
