package org.offshelf.query;

/** Under what terms the registry's data may be used; stands in every list answer. */
public final class Licence {

    public static final String NAME = "CC-BY-4.0";
    public static final String URL = "https://creativecommons.org/licenses/by/4.0/";

    private Licence() {
    }
}
