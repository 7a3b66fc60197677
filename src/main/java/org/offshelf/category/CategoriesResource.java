package org.offshelf.category;

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
@Tag(name = "Categories", description = "The taxonomy of violations")
class CategoriesResource {

    private final Answers answers;

    CategoriesResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("categories")
    @Operation(operationId = "listCategories", summary = "List categories")
    @Extension(name = Answers.LIST, value = "categories")
    public Response list(@Context UriInfo uri) {
        return answers.list(CategorySchema.CATEGORIES, uri);
    }

    @GET
    @Path("categories/aggregate")
    @Operation(operationId = "aggregateCategories", summary = "Count categories")
    @Extension(name = Answers.AGGREGATE, value = "categories")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(CategorySchema.CATEGORIES, uri);
    }

    @GET
    @Path("categories/{id}")
    @Operation(operationId = "getCategory", summary = "Get a category")
    @Extension(name = Answers.RECORD, value = "categories")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(CategorySchema.CATEGORIES, id, uri);
    }
}
