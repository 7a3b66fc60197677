package org.offshelf.query;

import java.math.BigDecimal;

/** Numbers as they are written. */
public final class Numbers {

    private Numbers() {
    }

    /** 3000000, not 3000000.00 or 3E+6; null stays null. */
    public static BigDecimal plain(Number number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = new BigDecimal(number.toString()).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
