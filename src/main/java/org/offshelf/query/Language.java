package org.offshelf.query;

import java.util.List;
import java.util.Locale;

import org.offshelf.http.GivenParameters;

/** The language of names and labels that exist in both. */
public enum Language {
    EN,
    ZH;

    /** In the parameter {@code lang}; English where none is given. */
    public static Language of(GivenParameters given) {
        return given.code("lang", List.of("en", "zh")).map(code -> valueOf(code.toUpperCase(Locale.ROOT))).orElse(EN);
    }
}
