package org.offshelf.importing;

/** Whether a row is whole enough to be kept, and fits where it is kept. */
final class Fit {

    private static final int NAME = 200;
    private static final int TEXT = 300;
    private static final int PROBLEM = 4_000;
    private static final int FILING_NUMBER = 100;

    private Fit() {
    }

    /** @return what is wrong with it; null if nothing is */
    static String of(RowFacts row) {
        if (row.app() == null || Names.normalise(row.app()).isEmpty()) {
            return "the row names no app";
        }
        String unfit = longer("the name of the app", row.app(), NAME);
        unfit = unfit == null ? longer("the developer", row.developer(), NAME) : unfit;
        unfit = unfit == null ? longer("the store", row.store(), NAME) : unfit;
        unfit = unfit == null ? longer("the version", row.version(), TEXT) : unfit;
        unfit = unfit == null ? longer("the annex", row.annex(), TEXT) : unfit;
        unfit = unfit == null ? longer("the filing number", row.filingNumber(), FILING_NUMBER) : unfit;
        return unfit == null ? longer("the problem", row.problem(), PROBLEM) : unfit;
    }

    private static String longer(String what, String text, int most) {
        int length = text == null ? 0 : Math.max(text.length(), Names.normalise(text).length());
        return length > most ? what + " is longer than " + most + " characters" : null;
    }
}
