package org.offshelf.http;

import java.util.List;

import jakarta.ws.rs.core.UriInfo;

/** For what takes no parameters: here too, none is ignored. */
public final class NoParameters {

    private NoParameters() {
    }

    public static void in(UriInfo uri) {
        new GivenParameters(uri.getQueryParameters()).requireKnown(List.of()).checkOrTry(uri.getPath());
    }
}
