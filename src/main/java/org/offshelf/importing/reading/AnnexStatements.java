package org.offshelf.importing.reading;

import java.util.List;
import java.util.regex.Pattern;

import org.offshelf.finding.Measure;

/** Finds what the text demands of the apps of an annex: {@code 对附件2中的APP予以下架}. */
final class AnnexMeasures {

    private AnnexMeasures() {
    }

    /** @return null where it says nothing of that annex */
    static Measure of(List<String> sentences, String annex) {
        if (annex == null) {
            return null;
        }
        Pattern named = Pattern.compile("附件\\s*" + annex + "(?!\\d)");
        for (String sentence : sentences) {
            if (named.matcher(sentence).find() && sentence.strip().length() > 20) {
                for (String clause : sentence.split("[，,；;。]")) {
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
}
