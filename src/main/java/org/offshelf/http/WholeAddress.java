package org.offshelf.http;

import java.net.URI;

import jakarta.ws.rs.core.UriInfo;

/** Addresses in what is read far from where it came from, as feeds and references are. */
public final class WholeAddress {

    private WholeAddress() {
    }

    /** What stands before the path, as the client asked for it. */
    public static String base(UriInfo uri) {
        URI request = uri.getRequestUri();
        return request.getScheme() + "://" + request.getRawAuthority();
    }
}
