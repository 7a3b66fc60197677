package org.offshelf.importing.intake;

import java.util.List;

import jakarta.ws.rs.core.UriInfo;

/** Reads how long an answer may take, where nothing else is asked. */
final class WaitParameter {

    private WaitParameter() {
    }

    static int only(UriInfo uri, int otherwise) {
        QueryValues values = new QueryValues(uri, List.of("wait"));
        int seconds = values.number("wait", 0, 30, otherwise);
        values.check();
        return seconds;
    }
}
