package org.offshelf.store;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.query.Answers;

@Path("/v1")
@Tag(name = "Stores", description = "Where apps are taken from")
class StoresResource {

    private final Answers answers;

    StoresResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("stores")
    @Operation(operationId = "listStores", summary = "List stores")
    @Extension(name = Answers.LIST, value = "stores")
    public Response list(@Context UriInfo uri) {
        return answers.list(StoreSchema.STORES, uri);
    }

    @GET
    @Path("stores/aggregate")
    @Operation(operationId = "aggregateStores", summary = "Count stores")
    @Extension(name = Answers.AGGREGATE, value = "stores")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(StoreSchema.STORES, uri);
    }

    @GET
    @Path("stores/{id}")
    @Operation(operationId = "getStore", summary = "Get a store")
    @Extension(name = Answers.RECORD, value = "stores")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(StoreSchema.STORES, id, uri);
    }
}
