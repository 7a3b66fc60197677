package org.offshelf.access;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;

/**
 * Stands behind the check of bearer tokens. Names the holder {@code <subject>@<issuer>}, the only pair that OpenID Connect
 * promises to be unique and never given to somebody else (Core 1.0, 5.7), unlike the user names beside it; no local account can
 * be called that. And drops why a token was refused: the reason repeats the token, and travels into logs.
 */
@ApplicationScoped
class Tokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int LONGEST = 200;
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]+");

    private final MpJwtValidator validator;

    Tokens(MpJwtValidator validator) {
        this.validator = validator;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Instead of the validator alone, which has the default. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return validator.authenticate(request, context)
                .onItem().ifNotNull().transform(identity -> named(identity, (JsonWebToken) identity.getPrincipal()))
                .onFailure(AuthenticationFailedException.class).transform(refused -> new AuthenticationFailedException());
    }

    private static SecurityIdentity named(SecurityIdentity identity, JsonWebToken token) {
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.retainAll(Roles.ALL);
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name(token))).addRoles(roles)
                .addAttribute(Authentication.ATTRIBUTE, Authentication.BEARER).build();
    }

    private static String name(JsonWebToken token) {
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
