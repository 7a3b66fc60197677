package org.offshelf.writing;

import java.util.List;

/**
 * What a request came to.
 *
 * @param status of the answer: 201 for what is new, else 200
 * @param location path of what the answer shows
 * @param notes what else there is to say, in whole sentences
 */
public record Outcome(int status, String location, List<String> notes) {

    public Outcome {
        notes = List.copyOf(notes);
    }

    public static Outcome created(String location) {
        return new Outcome(201, location, List.of());
    }

    public static Outcome changed(String location) {
        return changed(location, List.of());
    }

    public static Outcome changed(String location, List<String> notes) {
        return new Outcome(200, location, notes);
    }

    /** The last segment of the location. */
    public String id() {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
