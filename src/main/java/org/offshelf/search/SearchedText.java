package org.offshelf.search;

import java.nio.ByteBuffer;

import org.apache.commons.codec.digest.DigestUtils;
import org.offshelf.term.Folded;
import org.offshelf.term.TextStyle;

/** A text as the index holds it, once for all records that have it. */
public record SearchedText(TextStyle style, String printed) {

    private static final int LONGEST = 4_000;
    /** The size of all longer texts; a relevance has two digits for it. */
    private static final int LARGEST = 99;

    public SearchedText {
        printed = printed.length() <= LONGEST ? printed : printed.substring(0, LONGEST - 1);
    }

    /** Of a hash, so that nobody has to ask for it. */
    public long id() {
        return ByteBuffer.wrap(DigestUtils.sha256(style.name() + ' ' + printed)).getLong();
    }

    public Folded folded() {
        Folded folded = Folded.of(printed);
        return folded.text().length() <= LONGEST ? folded : new Folded(folded.text().substring(0, LONGEST));
    }

    /** How much there is beside what is searched for; prose is long anyway, and comes in the order of its records. */
    public int size(Folded folded) {
        String squeezed = folded.squeezed();
        return style == TextStyle.PROSE ? LARGEST : Math.min(LARGEST, squeezed.codePointCount(0, squeezed.length()));
    }
}
