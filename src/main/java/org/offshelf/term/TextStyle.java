package org.offshelf.term;

import java.util.List;

/** What kind of text it is, which decides by what it can be found. */
public enum TextStyle {
    /** A name or title: also by how it is read. */
    NAME,
    /** The name of a company: also without its legal form and its place. */
    COMPANY,
    /** An identifier as others print it, such as a package or a filing number. */
    CODE,
    /** Sentences: by words and characters only. */
    PROSE;

    boolean isRead() {
        return this == NAME || this == COMPANY;
    }

    boolean isWhole() {
        return this != PROSE;
    }

    /** The spellings under which the text is known as a whole, the first being the text itself. */
    public List<Folded> spellings(Folded folded) {
        return switch (this) {
            case COMPANY -> CompanyNames.spellings(folded);
            case CODE -> FilingNumbers.spellings(folded);
            case NAME, PROSE -> List.of(folded);
        };
    }
}
