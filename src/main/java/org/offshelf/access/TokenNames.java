package org.offshelf.access;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Names the holder of a bearer token {@code <subject>@<issuer>}, the only pair that OpenID Connect promises to be unique and
 * never given to somebody else (Core 1.0, 5.7), unlike the user names beside it. No local account can be called that.
 */
@ApplicationScoped
class TokenNames implements SecurityIdentityAugmentor {

    private static final int LONGEST = 200;
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]+");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.getPrincipal() instanceof JsonWebToken token ? named(identity, token) : identity);
    }

    private static SecurityIdentity named(SecurityIdentity identity, JsonWebToken token) {
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.retainAll(Roles.ALL);
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name(token))).addRoles(roles)
                .addAttribute(Authentication.ATTRIBUTE, Authentication.BEARER).build();
    }

    static String name(JsonWebToken token) {
        String subject = token.getSubject();
        String issuer = token.getIssuer();
        if (subject == null || issuer == null || !SUBJECT.matcher(subject).matches()) {
            throw new AuthenticationFailedException("The token does not say who holds it");
        }
        String name = subject + "@" + issuer.replaceFirst("^https?://", "").replaceFirst("/$", "");
        if (name.length() > LONGEST) {
            throw new AuthenticationFailedException("The token's subject and issuer are too long");
        }
        return name;
    }
}
