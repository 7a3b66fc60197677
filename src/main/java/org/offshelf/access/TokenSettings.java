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
    private final Optional<Integer> clockSkew;

    TokenSettings(@ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys,
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<List<String>> audiences,
            @ConfigProperty(name = "mp.jwt.verify.clock.skew") Optional<Integer> clockSkew) {
        this.keys = keys;
        this.issuer = issuer;
        this.audiences = audiences;
        this.clockSkew = clockSkew;
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
            refuse("MP_JWT_VERIFY_PUBLICKEY_LOCATION alone would let in tokens made by or for others: set also "
                    + String.join(" and ", missing) + ".");
        }
        // SmallRye takes none to mean that tokens never expire.
        if (clockSkew.isPresent() && clockSkew.get() < 1) {
            refuse("MP_JWT_VERIFY_CLOCK_SKEW must be at least 1: without it tokens would never expire.");
        }
    }

    private static void refuse(String message) {
        System.err.println(message);
        throw new IllegalStateException(message);
    }
}
