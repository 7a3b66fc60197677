package org.offshelf.importing.intake;

import java.util.List;

import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.GivenParameters;

/** Reads how long an answer may take, where nothing else is asked. */
final class WaitParameter {

    private WaitParameter() {
    }

    static int only(UriInfo uri, int otherwise) {
        GivenParameters given = new GivenParameters(uri.getQueryParameters()).requireKnown(List.of("wait"));
        int seconds = given.number("wait", 0, 30).orElse(otherwise);
        given.checkOrTry(uri.getPath());
        return seconds;
    }
}
