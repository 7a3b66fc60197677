package org.offshelf.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;

/** Sees to it that keys of an OpenID provider are trusted only for tokens it made for this registry. */
@ApplicationScoped
class TokenSettings {

    private final Optional<String> keys;
    private final Optional<String> issuer;
    private final Optional<List<String>> audiences;

    TokenSettings(@ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys,
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<List<String>> audiences) {
        this.keys = keys;
        this.issuer = issuer;
        this.audiences = audiences;
    }

    /** Half a configuration ends the start. */
    void atStart(@Observes StartupEvent event) {
        List<String> missing = new ArrayList<>();
        if (keys.isPresent() && issuer.isEmpty()) {
            missing.add("MP_JWT_VERIFY_ISSUER");
        }
        if (keys.isPresent() && audiences.isEmpty()) {
            missing.add("MP_JWT_VERIFY_AUDIENCES");
        }
        if (!missing.isEmpty()) {
            String message = "MP_JWT_VERIFY_PUBLICKEY_LOCATION alone would let in tokens made by or for others: set also "
                    + String.join(" and ", missing) + ".";
            System.err.println(message);
            throw new IllegalStateException(message);
        }
    }
}
