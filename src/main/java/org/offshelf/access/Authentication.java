package org.offshelf.access;

import io.quarkus.security.identity.SecurityIdentity;

/** How somebody showed who they are; each way leaves its name with the identity it makes. */
final class Authentication {

    static final String BASIC = "basic";
    static final String BEARER = "bearer";

    static final String ATTRIBUTE = "offshelf.authentication";
    private static final String OTHER = "other";

    private Authentication() {
    }

    static String of(SecurityIdentity identity) {
        String how = identity.getAttribute(ATTRIBUTE);
        return how == null ? OTHER : how;
    }
}
