package org.offshelf.curating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.access.Roles;

import com.fasterxml.jackson.databind.node.ObjectNode;

@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
class IdentitiesResource {

    private final Identification identification;

    IdentitiesResource(Identification identification) {
        this.identification = identification;
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("apps/{id}/merge")
    @Tag(name = "Apps")
    @Operation(operationId = "mergeApp", summary = "Merge an app into another", description = "All that refers to this app refers "
            + "to the other one then, which goes by both names; this id leads there with 308. `If-Match` must be as new as the last "
            + "change of either.")
    @Extension(name = Contract.BODY, value = "AppMerge")
    public Response mergeApp(String id, ObjectNode body) {
        return identification.mergeApp(id, body);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("apps/{id}/unmerge")
    @Tag(name = "Apps")
    @Operation(operationId = "unmergeApp", summary = "Undo the merge of an app", description = "Moves back what the merge moved. "
            + "What was added since stays with the other app; what was changed since is left as it is, and `notes` says so.")
    @Extension(name = Contract.BODY, value = "Unmerge")
    public Response unmergeApp(String id, ObjectNode body) {
        return identification.unmerge(Kind.APP, id, body);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("apps/{id}/split")
    @Tag(name = "Apps")
    @Operation(operationId = "splitApp", summary = "Split an app", description = "Makes a new app of some of its findings, and of "
            + "what was observed in some stores, where two apps of one name were taken for one. `If-Match` must be as new as the last "
            + "change of the app and of these findings.")
    @Extension(name = Contract.BODY, value = "AppSplit")
    public Response splitApp(String id, ObjectNode body) {
        return identification.splitApp(id, body);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("operators/{id}/merge")
    @Tag(name = "Operators")
    @Operation(operationId = "mergeOperator", summary = "Merge an operator into another", description = "All that refers to this "
            + "operator refers to the other one then, which goes by both names; this id leads there with 308. `If-Match` must be as "
            + "new as the last change of either.")
    @Extension(name = Contract.BODY, value = "OperatorMerge")
    public Response mergeOperator(String id, ObjectNode body) {
        return identification.mergeOperator(id, body);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("operators/{id}/unmerge")
    @Tag(name = "Operators")
    @Operation(operationId = "unmergeOperator", summary = "Undo the merge of an operator", description = "Moves back what the "
            + "merge moved. What was added since stays with the other operator; what was changed since is left as it is, and `notes` "
            + "says so.")
    @Extension(name = Contract.BODY, value = "Unmerge")
    public Response unmergeOperator(String id, ObjectNode body) {
        return identification.unmerge(Kind.OPERATOR, id, body);
    }
}
