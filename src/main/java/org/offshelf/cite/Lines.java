package org.offshelf.cite;

/** Texts for formats that know lines only. */
final class Lines {

    private Lines() {
    }

    /** Whatever breaks a line, or cannot be seen, as one space. */
    static String single(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }
}
