package org.offshelf.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.jpa.runtime.JpaIdentityProvider;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in front of the check of name and password: slows down those who guess, and remembers for some seconds who was right,
 * since each check is meant to cost much and scripts send their password with every request.
 */
@ApplicationScoped
class Logins implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    /** How long another instance may go on accepting a password that was changed on this one. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 1_000;
    private static final String ACCOUNT = Logins.class.getName();

    private final JpaIdentityProvider accounts;
    private final Slowdown slowdown;
    private final Trail trail;
    private final SecretKeySpec key = randomKey();
    private final AtomicLong generation = new AtomicLong();
    private final Cache<String, SecurityIdentity> remembered;

    Logins(JpaIdentityProvider accounts, Slowdown slowdown, Trail trail, Clock clock) {
        this.accounts = accounts;
        this.slowdown = slowdown;
        this.trail = trail;
        remembered = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).build();
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    /** Before the one that reads the accounts, which has the default. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
        http.put(ACCOUNT, request.getUsername());
        String address = Addresses.of(http);
        // Whoever sends the same credentials at the same time waits for the one check and shares its result.
        return context.runBlocking(() -> remembered.get(fingerprint(request), unknown -> check(request, address)));
    }

    /** The name somebody tried to log in under; null if nobody did. */
    static String attempted(RoutingContext http) {
        return http.get(ACCOUNT);
    }

    /** From now on, also for checks under way, what was right must be shown to be right again. */
    void forget() {
        generation.incrementAndGet();
        remembered.invalidateAll();
    }

    private SecurityIdentity check(UsernamePasswordAuthenticationRequest request, String address) {
        String name = request.getUsername();
        Slowdown.Attempt attempt = slowdown.begin(name, address, () -> trail.knows(name, address));
        SecurityIdentity known;
        try {
            // We are on a worker thread already; takes the same time for names that do not exist.
            known = accounts.authenticate(request, work -> Uni.createFrom().item(work)).await().indefinitely();
        } catch (AuthenticationFailedException wrong) {
            throw wrong;
        } catch (RuntimeException outage) {
            attempt.undo();
            throw outage;
        }
        attempt.undo();
        // A new one, which does not hold the password.
        return QuarkusSecurityIdentity.builder().setPrincipal(known.getPrincipal()).addRoles(known.getRoles())
                .addAttribute(Authentication.ATTRIBUTE, Authentication.BASIC).build();
    }

    private String fingerprint(UsernamePasswordAuthenticationRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(request.getUsername().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(new String(request.getPassword().getPassword()).getBytes(StandardCharsets.UTF_8));
            return generation.get() + " " + HexFormat.of().formatHex(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec randomKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, "HmacSHA256");
    }
}
