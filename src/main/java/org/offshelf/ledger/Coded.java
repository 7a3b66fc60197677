package org.offshelf.ledger;

import java.util.Locale;

/**
 * An enum whose constants have a kebab-case code on the wire and in the database: {@code REMOVAL_ORDER} is
 * {@code removal-order}.
 */
public interface Coded {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(code + " is no " + type.getSimpleName());
    }
}
