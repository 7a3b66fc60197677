package org.offshelf.query;

import java.math.BigDecimal;

/** How amounts of money are written. */
public final class Amounts {

    private Amounts() {
    }

    /** 3000000, not 3000000.00 or 3E+6; null stays null. */
    public static BigDecimal plain(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
