package org.offshelf.query;

import java.math.BigDecimal;

/** Numbers as they are written. */
final class Numbers {

    private Numbers() {
    }

    /** 3000000, not 3000000.00 or 3E+6. */
    static BigDecimal plain(Number number) {
        BigDecimal stripped = new BigDecimal(number.toString()).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
