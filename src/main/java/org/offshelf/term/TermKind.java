package org.offshelf.term;

/** In which way a term stands for its text. The numbers are kept in the database. */
public enum TermKind {
    /** The text from its beginning, without spaces. */
    WHOLE(1),
    /** How it is read, syllables joined: {@code weixin}. */
    READING(2),
    /** The first letters of its syllables: {@code wx}. */
    INITIALS(3),
    /** A word of letters and digits. */
    WORD(4),
    /** Two neighbouring characters, or the last one of a stretch. */
    GRAM(5),
    /** How it is read from a later syllable on. */
    LATER_READING(6),
    /** Of a name that says its edition, what it is an edition of, without spaces: 快手 of 快手极速版. */
    BARE(7);

    private final int number;

    TermKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
