package org.offshelf.writing;

/**
 * What a request came to.
 *
 * @param status of the answer: 201 for what is new, else 200
 * @param location path of what the answer shows
 */
public record Outcome(int status, String location) {

    public static Outcome created(String location) {
        return new Outcome(201, location);
    }

    public static Outcome changed(String location) {
        return new Outcome(200, location);
    }

    /** The last segment of the location. */
    public String id() {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
