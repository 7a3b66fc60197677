package org.offshelf.importing.reading;

import org.offshelf.importing.reading.DocumentRefused.Kind;

/** Counts what one document has used of its limits, and refuses the rest. */
final class Budget {

    private final Limits limits;
    private final long end;
    private long characters;
    private long elements;
    private long cells;

    Budget(Limits limits) {
        this.limits = limits;
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    Limits limits() {
        return limits;
    }

    void text(String place, int length) {
        if (length > limits.cellCharacters()) {
            throw tooLarge(place + " holds more than " + limits.cellCharacters() + " characters");
        }
        characters += length;
        if (characters > limits.characters()) {
            throw tooLarge("The document holds more than " + limits.characters() + " characters of text");
        }
        time();
    }

    void cell(String place, int length, int column) {
        cells(1);
        if (column >= limits.columns()) {
            throw tooLarge(place + " has more than " + limits.columns() + " columns");
        }
        text(place, length);
    }

    void cells(int count) {
        cells += count;
        if (cells > limits.cells()) {
            throw tooLarge("The document has more than " + limits.cells() + " table cells");
        }
    }

    void page(int number) {
        if (number > limits.pages()) {
            throw tooLarge("The document has more than " + limits.pages() + " pages");
        }
        time();
    }

    void element() {
        if (++elements > limits.elements()) {
            throw tooLarge("The document has more than " + limits.elements() + " elements");
        }
        if (elements % 1024 == 0) {
            time();
        }
    }

    void time() {
        if (System.nanoTime() - end > 0) {
            throw new DocumentRefused(Kind.TOO_SLOW,
                    "The document takes longer to read than " + limits.time().toSeconds() + " s.");
        }
    }

    private static DocumentRefused tooLarge(String what) {
        return new DocumentRefused(Kind.TOO_LARGE, what + ".");
    }
}
