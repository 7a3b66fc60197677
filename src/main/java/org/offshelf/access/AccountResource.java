package org.offshelf.access;

import java.util.Set;
import java.util.TreeSet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/v1/account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class AccountResource {

    private final Accounts accounts;
    private final SecurityIdentity identity;

    AccountResource(Accounts accounts, SecurityIdentity identity) {
        this.accounts = accounts;
        this.identity = identity;
    }

    @GET
    @Authenticated
    @Cache(noStore = true)
    @Operation(operationId = "whoAmI", summary = "Say who I am", description = "As whom this request was understood, and what I may do.")
    public Whoami get() {
        Set<String> roles = new TreeSet<>(identity.getRoles());
        roles.retainAll(Roles.ALL);
        return new Whoami(identity.getPrincipal().getName(), roles, Authentication.of(identity));
    }

    @PUT
    @Path("password")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changePassword", summary = "Change my password", description = "The new one holds from the next request "
            + "on; within ten seconds also on other instances.")
    @APIResponse(responseCode = "204", description = "It is changed.")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public void changePassword(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "change", summary = "Change it", value = """
                    {"current": "correct horse battery", "password": "staple tower violin"}"""))) PasswordChange change) {
        Refused.withoutBody(change);
        if (!Authentication.BASIC.equals(Authentication.of(identity))) {
            throw Refused.conflict("You have no password here: whoever made your token keeps it.");
        }
        accounts.changePassword(identity.getPrincipal().getName(), change);
    }
}
