package org.offshelf.listing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.app.AppSchema;
import org.offshelf.query.Answers;
import org.offshelf.query.Parent;

@Path("/v1")
@Tag(name = "Listings", description = "Store-removal status")
class ListingsResource {

    private final Answers answers;

    ListingsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("listings")
    @Operation(operationId = "listListings", summary = "List listings")
    @Extension(name = Answers.LIST, value = "listings")
    public Response list(@Context UriInfo uri) {
        return answers.list(ListingSchema.LISTINGS, uri);
    }

    @GET
    @Path("listings/aggregate")
    @Operation(operationId = "aggregateListings", summary = "Count listings")
    @Extension(name = Answers.AGGREGATE, value = "listings")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(ListingSchema.LISTINGS, uri);
    }

    @GET
    @Path("listings/{id}")
    @Operation(operationId = "getListing", summary = "Get a listing")
    @Extension(name = Answers.RECORD, value = "listings")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(ListingSchema.LISTINGS, id, uri);
    }

    @GET
    @Path("apps/{id}/listings")
    @Operation(operationId = "listListingsOfApp", summary = "List an app's standing in the stores")
    @Extension(name = Answers.LIST, value = "listings")
    public Response listListingsOfApp(String id, @Context UriInfo uri) {
        return answers.list(ListingSchema.LISTINGS, uri, new Parent(AppSchema.APPS, id, "app"));
    }
}
