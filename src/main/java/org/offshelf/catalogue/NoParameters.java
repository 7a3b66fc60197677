package org.offshelf.catalogue;

import java.util.List;

import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.GivenParameters;

/** For what takes no parameters: here too, none is ignored. */
public final class NoParameters {

    private NoParameters() {
    }

    public static void in(UriInfo uri) {
        new GivenParameters(uri.getQueryParameters()).requireKnown(List.of()).checkOrTry(uri.getPath());
    }
}
