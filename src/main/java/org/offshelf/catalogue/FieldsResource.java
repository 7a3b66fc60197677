package org.offshelf.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.offshelf.http.NoParameters;
import org.offshelf.query.Answers;
import org.offshelf.query.CollectionSchema;

@Path("/v1/fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
class FieldsResource {

    private final Answers answers;

    FieldsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "getFields", summary = "Get the fields of all collections", description = "What "
            + "each field means, and by which parameters it can be filtered, sorted, counted and shown: the same as this document "
            + "says, for programs.")
    @APIResponseSchema(value = FieldsDocument.class, responseDescription = "The fields of all collections.")
    public Response all(@Context UriInfo uri) {
        NoParameters.in(uri);
        return answers.current(uri, reading -> FieldsDocument.OF_ALL);
    }

    @GET
    @Path("{collection}")
    @Operation(operationId = "getFieldsOfCollection", summary = "Get the fields of a collection", description = "What "
            + "each field means, and by which parameters it can be filtered, sorted and shown.")
    @APIResponseSchema(value = CollectionFields.class, responseDescription = "The fields of the collection.")
    public Response of(
            @RestPath @Parameter(description = "Name of the collection.", example = "findings") String collection,
            @Context UriInfo uri) {
        NoParameters.in(uri);
        CollectionSchema schema = Catalogue.requireListed(collection);
        return answers.current(uri, reading -> CollectionFields.of(schema));
    }
}
