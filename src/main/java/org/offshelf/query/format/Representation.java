package org.offshelf.query.format;

import jakarta.ws.rs.core.MediaType;

/** One of the forms an answer can be asked for in, by the parameter {@code format} or the header Accept. */
public interface Representation {

    /** As the parameter {@code format} names it. */
    String code();

    MediaType mediaType();

    /** Without parameters, as {@code Accept} names it. */
    default String mediaTypeName() {
        return mediaType().getType() + '/' + mediaType().getSubtype();
    }
}
