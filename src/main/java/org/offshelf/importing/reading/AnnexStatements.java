package org.offshelf.importing.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.finding.Measure;

/** What the text says of an annex: {@code 对附件2中的3款APP予以下架}. */
final class AnnexStatements {

    private static final Pattern COUNT = Pattern.compile("(?<![\\d.第])(" + Numerals.PATTERN + ")\\s*[款个家]");
    private static final int SHORTEST = 12;

    private AnnexStatements() {
    }

    /** @return null where it demands nothing of that annex by itself */
    static Measure measure(List<String> sentences, String annex) {
        if (annex == null) {
            return null;
        }
        Pattern named = named(annex);
        for (String sentence : sentences) {
            if (named.matcher(sentence).find() && sentence.strip().length() > SHORTEST) {
                for (String clause : clauses(sentence)) {
                    if (named.matcher(clause).find() && clause.contains("下架")) {
                        return Measure.REMOVE;
                    }
                }
                boolean only = sentence.split("附件").length == 2;
                if (only && sentence.contains("下架") && !sentence.contains("逾期不") && !sentence.contains("整改落实")) {
                    return Measure.REMOVE;
                }
            }
        }
        return null;
    }

    /** The number of apps in the clause that names the annex, where there is one number only. */
    static Integer declared(List<String> sentences, String annex) {
        if (annex == null) {
            return null;
        }
        Pattern named = named(annex);
        for (String sentence : sentences) {
            for (String clause : clauses(sentence)) {
                Matcher count = COUNT.matcher(clause);
                if (named.matcher(clause).find() && clause.split("附件").length == 2 && count.find()) {
                    Integer number = Numerals.parse(count.group(1));
                    return count.find() ? null : number;
                }
            }
        }
        return null;
    }

    /**
     * The number of apps in all the annexes, where each is named in some clause with a number.
     *
     * @return null where one is not
     */
    static Integer total(List<String> sentences, Set<String> annexes) {
        Set<String> open = new HashSet<>(annexes);
        int total = 0;
        for (String sentence : sentences) {
            for (String clause : clauses(sentence)) {
                Matcher count = COUNT.matcher(clause);
                List<String> named = annexes.stream().filter(annex -> named(annex).matcher(clause).find()).toList();
                if (open.containsAll(named) && !named.isEmpty() && count.find()) {
                    open.removeAll(named);
                    total += Numerals.parse(count.group(1));
                }
            }
        }
        return open.isEmpty() && !annexes.isEmpty() ? total : null;
    }

    private static String[] clauses(String sentence) {
        return sentence.split("[，,；;。]");
    }

    private static Pattern named(String annex) {
        return Pattern.compile("附件\\s*" + annex + "(?!\\d)");
    }
}
