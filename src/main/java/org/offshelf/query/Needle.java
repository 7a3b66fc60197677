package org.offshelf.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TermKind;

/**
 * The conditions under which a text holds something, in terms of the index. A text that begins with it, and one that holds it
 * as one term, are found by one range of the index. Anything longer is found by a few of its terms, and then compared.
 */
final class Needle {

    /** One letter begins the pinyin of a name in twenty. */
    private static final int SHORTEST_READING = 2;
    /** Pinyin from the middle of a name: fewer letters than a syllable has would find nearly everything. */
    private static final int SHORTEST_LATER_READING = 3;
    /** One letter or digit begins a word of nearly every text; it is looked for as a word of its own. */
    private static final int SHORTEST_BEGINNING = 2;
    /** More terms narrow little, and each is a join. */
    private static final int MOST_PARTS = 4;

    private final Folded folded;
    private final List<Folded.Run> runs;

    Needle(Folded folded) {
        this.folded = folded;
        this.runs = folded.runs();
    }

    private boolean isWord() {
        return runs.size() == 1 && runs.get(0).isWord();
    }

    /** Whether texts hold it as one term of the index. */
    private boolean isTerm() {
        return isWord() || runs.size() == 1 && runs.get(0).grams().get(0).equals(runs.get(0).text());
    }

    /**
     * The texts that have it, each once: text_id, the position of its {@link Quality}, size.
     *
     * @param among the texts it is about; null for all
     */
    void writeTexts(Sql sql, Collection<Long> among) {
        sql.add("(select k.text_id, min(k.quality) quality, min(k.size) size from (select k.text_id, ");
        writeHeadQuality(sql);
        sql.add(" quality, k.size from term k where ");
        writeHead(sql);
        writeAmong(sql, among);
        if (!isTerm()) {
            sql.add(" union all select k.text_id, ").add(Quality.CONTAINS.sql()).add(", k.size from ");
            writeInside(sql);
            writeAmong(sql, among);
        }
        sql.add(") k group by k.text_id)");
    }

    private static void writeAmong(Sql sql, Collection<Long> among) {
        if (among != null) {
            sql.add(" and k.text_id in ").bindMany(among);
        }
    }

    /** The condition on a term {@code k} that stands for texts which begin with this or hold it as one term. */
    private void writeHead(Sql sql) {
        String separator = "(";
        for (TermKind kind : headKinds()) {
            sql.add(separator).add("k.kind = ").add(number(kind)).add(" and k.term ").add(isWhole(kind) ? "= " : "like ")
                    .bind(isWhole(kind) ? term() : term() + '%');
            separator = " or ";
        }
        sql.add(")");
    }

    /** Whether nothing of this kind begins with it but itself, or too much does. */
    private boolean isWhole(TermKind kind) {
        return kind == TermKind.GRAM && folded.squeezed().codePointCount(0, folded.squeezed().length()) == 2
                || kind == TermKind.WORD && term().length() < SHORTEST_BEGINNING;
    }

    private void writeHeadQuality(Sql sql) {
        sql.add("case k.kind");
        writeQuality(sql, TermKind.WHOLE, Quality.EXACT, Quality.PREFIX);
        writeQuality(sql, TermKind.READING, Quality.READING, Quality.PREFIX);
        writeQuality(sql, TermKind.INITIALS, Quality.INITIALS, Quality.INITIALS_PREFIX);
        writeQuality(sql, TermKind.LATER_READING, Quality.READING_CONTAINS, Quality.READING_CONTAINS);
        sql.add(" else ").add(Quality.CONTAINS.sql()).add(" end");
    }

    private void writeQuality(Sql sql, TermKind kind, Quality exact, Quality prefix) {
        sql.add(" when ").add(number(kind)).add(" then if(k.term = ").bind(term()).add(", ").add(exact.sql()).add(", ")
                .add(prefix.sql()).add(")");
    }

    private List<TermKind> headKinds() {
        List<TermKind> kinds = new ArrayList<>(List.of(TermKind.WHOLE));
        if (runs.stream().allMatch(Folded.Run::isWord) && term().length() >= SHORTEST_READING) {
            kinds.add(TermKind.READING);
            kinds.add(TermKind.INITIALS);
            if (term().length() >= SHORTEST_LATER_READING) {
                kinds.add(TermKind.LATER_READING);
            }
        }
        if (isTerm()) {
            kinds.add(isWord() ? TermKind.WORD : TermKind.GRAM);
        }
        return kinds;
    }

    /** Tables and conditions: the parts, joined by their text, and the text itself. The first is {@code k}. */
    private void writeInside(Sql sql) {
        List<Part> parts = parts();
        sql.add("term k");
        for (int i = 1; i < parts.size(); i++) {
            sql.add(" join term k" + i + " on k" + i + ".text_id = k.text_id");
        }
        sql.add(" join searched_text t on t.id = k.text_id where ");
        for (int i = 0; i < parts.size(); i++) {
            String alias = i == 0 ? "k" : "k" + i;
            sql.add(alias).add(".kind = ").add(number(parts.get(i).kind())).add(" and ").add(alias).add(".term ")
                    .add(parts.get(i).isBeginning() ? "like " : "= ")
                    .bind(parts.get(i).text() + (parts.get(i).isBeginning() ? "%" : "")).add(" and ");
        }
        sql.add("t.folded like ").bind('%' + folded.text() + '%');
    }

    private String term() {
        return new Term(TermKind.WHOLE, folded.squeezed()).text();
    }

    /** Some of the terms every text has that holds this, spread over its length; there is at least one. */
    private List<Part> parts() {
        List<Part> all = new ArrayList<>();
        for (Folded.Run run : runs) {
            boolean isLast = run == runs.get(runs.size() - 1);
            if (run.isWord()) {
                all.add(new Part(TermKind.WORD, new Term(TermKind.WORD, run.text()).text(), isLast));
            } else {
                List<String> grams = run.grams();
                boolean isSingle = grams.size() == 1;
                for (String gram : isSingle ? grams : grams.subList(0, grams.size() - 1)) {
                    all.add(new Part(TermKind.GRAM, gram, isSingle));
                }
            }
        }
        // No index has the beginnings of a text's terms; the text itself tells whether it has this one
        List<Part> whole = all.stream().filter(part -> !part.isBeginning()).toList();
        if (whole.isEmpty()) {
            return List.of(all.get(0));
        }
        if (whole.size() <= MOST_PARTS) {
            return whole;
        }
        List<Part> spread = new ArrayList<>();
        for (int i = 0; i < MOST_PARTS; i++) {
            spread.add(whole.get(i * (whole.size() - 1) / (MOST_PARTS - 1)));
        }
        return spread;
    }

    private static String number(TermKind kind) {
        return String.valueOf(kind.number());
    }

    private record Part(TermKind kind, String text, boolean isBeginning) {
    }
}
