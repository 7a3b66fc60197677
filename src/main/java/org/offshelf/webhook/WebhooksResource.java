package org.offshelf.webhook;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Changes, brought to an address of one's own")
class WebhooksResource {

    private static final String ID = "hook-7f3k9q2m5v8x";

    private final Webhooks webhooks;
    private final SecurityIdentity identity;

    WebhooksResource(Webhooks webhooks, SecurityIdentity identity) {
        this.webhooks = webhooks;
        this.identity = identity;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createWebhook", summary = "Have changes brought", description = """
            From now on, changes are sent to the address as they are made, up to 100 lines of `/v1/changes` at a time, in order \
            and each at least once, signed as [Standard Webhooks](https://www.standardwebhooks.com) has it: `webhook-id`, \
            `webhook-timestamp` and `webhook-signature` (HMAC-SHA256 with the `secret`, which is shown only here). Whatever is not \
            answered with 2xx is sent again, with the same `webhook-id` and after longer and longer waits; after five days of \
            failures, or at a 410, it is disabled. The address must be public.""")
    @APIResponse(responseCode = "201", description = "It is made.", content = @Content(schema = @Schema(implementation = Webhook.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response create(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "create", summary = "Follow an operator", value = """
                    {"url": "https://hooks.example/offshelf", "filter": "type=findings&operator=op-6f3n3cky"}"""))) WebhookDraft draft) {
        if (draft == null) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_BODY, List.of(Fault.missing("/url").inBody())));
        }
        Webhook made = webhooks.add(account(), draft);
        return Response.created(URI.create("/v1/webhooks/" + made.id())).entity(made).build();
    }

    @GET
    @Authenticated
    @Cache(noStore = true)
    @Operation(operationId = "listWebhooks", summary = "List my webhooks", description = "With how far each is, and how its deliveries go.")
    public WebhookList list() {
        return new WebhookList(webhooks.all(account()));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Cache(noStore = true)
    @Operation(operationId = "getWebhook", summary = "Get a webhook", description = "How far it is, and how its deliveries go.")
    public Webhook get(@Parameter(description = "Its id.", example = ID) String id) {
        return webhooks.get(account(), id);
    }

    @POST
    @Path("{id}/activation")
    @Authenticated
    @Operation(operationId = "activateWebhook", summary = "Activate a webhook again", description = "Goes on where it stopped, at once; "
            + "also to hurry one that waits after a failure.")
    public Webhook activate(@Parameter(description = "Its id.", example = ID) String id) {
        return webhooks.activate(account(), id);
    }

    @DELETE
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook", description = "Nothing is sent any more, but for what is on its way.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void delete(@Parameter(description = "Its id.", example = ID) String id) {
        webhooks.delete(account(), id);
    }

    private String account() {
        return identity.getPrincipal().getName();
    }
}
