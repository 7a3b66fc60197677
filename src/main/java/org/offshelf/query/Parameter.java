package org.offshelf.query;

import java.util.List;

/**
 * A parameter that shapes an answer, as it is to be documented.
 *
 * @param isList whether it takes several values, separated by commas
 * @param allowed all values there are; empty if they cannot be listed
 * @param preset what holds when it is left out; null if nothing does
 */
public record Parameter(String name, Type type, boolean isList, List<String> allowed, Object preset, Object example,
        String description) {

    public enum Type {
        STRING,
        INTEGER,
        BOOLEAN
    }

    static Parameter choice(String name, List<String> allowed, Object preset, Object example, String description) {
        return new Parameter(name, Type.STRING, false, allowed, preset, example, description);
    }

    static Parameter list(String name, List<String> allowed, Object preset, Object example, String description) {
        return new Parameter(name, Type.STRING, true, allowed, preset, example, description);
    }
}
