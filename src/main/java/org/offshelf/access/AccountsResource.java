package org.offshelf.access;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class AccountsResource {

    private final Accounts accounts;

    AccountsResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Cache(noStore = true)
    @Operation(operationId = "listAccounts", summary = "List the accounts", description = "All of them, by name, closed ones too. "
            + "Holders of bearer tokens have none here: their provider keeps them.")
    public AccountList list() {
        return accounts.all();
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "openAccount", summary = "Open an account", description = "Tell its owner the password over a safe way, and "
            + "to change it with `PUT /v1/account/password`. A name is given once: the trail would not tell two owners apart.")
    @APIResponse(responseCode = "201", description = "It is open.", content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response open(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "curator", summary = "A curator", value = """
                    {"name": "ann", "password": "correct horse battery", "roles": ["curator"]}"""))) AccountDraft draft) {
        Refused.withoutBody(draft);
        AccountView opened = accounts.open(draft);
        return Response.created(URI.create("/v1/accounts/" + opened.name())).entity(opened).build();
    }

    @GET
    @Path("{name}")
    @RolesAllowed(Roles.ADMIN)
    @Cache(noStore = true)
    @Operation(operationId = "getAccount", summary = "Get an account")
    public AccountView get(@Parameter(description = "Name of the account.", example = "ann") String name) {
        return accounts.get(name);
    }

    @PATCH
    @Path("{name}")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeAccount", summary = "Change, close or reopen an account", description = "Takes effect at once on "
            + "the instance that answers, within ten seconds on others. The last admin stays one.")
    @APIResponse(responseCode = "200", description = "The account as it is now.", content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public AccountView change(@Parameter(description = "Name of the account.", example = "ann") String name,
            @RequestBody(required = true, content = @Content(examples = {
                    @ExampleObject(name = "close", summary = "Close it", value = "{\"closed\": true}"),
                    @ExampleObject(name = "roles", summary = "Make it an admin too", value = "{\"roles\": [\"admin\", \"curator\"]}"),
                    @ExampleObject(name = "reopen", summary = "Open it again", value = """
                            {"closed": false, "password": "correct horse battery"}""") })) AccountChange change) {
        Refused.withoutBody(change);
        return accounts.change(name, change);
    }
}
