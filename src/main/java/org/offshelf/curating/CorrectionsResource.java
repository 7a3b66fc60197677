package org.offshelf.curating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
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
@Tag(name = Contract.COLLECTION)
class CorrectionsResource {

    private static final String CITED = "notices|findings|apps|operators|regulators|categories|stores|listings|penalties|statements|surveys|corrections";

    private static final String ALL = CITED + "|sources";
    private static final String CORRECTABLE = "notices|findings|apps|operators|regulators|categories|stores|penalties|statements|surveys|sources";

    private final Corrector corrector;

    CorrectionsResource(Corrector corrector) {
        this.corrector = corrector;
    }

    @PATCH
    @RolesAllowed(Roles.CURATOR)
    @Path("{collection:" + CORRECTABLE + "}/{id}")
    @Consumes(Contract.MERGE_PATCH)
    @Operation(operationId = "correct", summary = "Correct #", description = "Sets the fields that are named, and takes away the "
            + "value of those that are null (RFC 7396); `reason` says why. What follows from a field follows at once, in the same "
            + "revision: the days and categories of findings from their notice, statuses from the facts. What is derived is not "
            + "corrected itself.")
    @Extension(name = Contract.BODY, value = "#Correction " + CORRECTABLE)
    public Response correct(String collection, String id, ObjectNode body) {
        return corrector.correct(CorrectableFields.ALL.get(collection), id, body);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("{collection:" + CITED + "}/{id}/citations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cite", summary = "Add a source to #", description = "A document this record rests on, and where in "
            + "it: by id, or the document itself where it is not held yet.")
    @Extension(name = Contract.BODY, value = "NewCitation " + CITED)
    public Response cite(String collection, String id, ObjectNode body) {
        return corrector.cite(Kind.of(collection), id, body);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("{collection:" + ALL + "}/{id}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "retract", summary = "Retract #", description = "Takes back what should not have been recorded. It "
            + "is answered with 410 and the reason from then on, and its history stays. Refused with 409 while other records refer "
            + "to it; a notice takes its findings with it.")
    @Extension(name = Contract.BODY, value = "Retraction " + ALL)
    public Response retract(String collection, String id, ObjectNode body) {
        return corrector.retract(Kind.of(collection), id, body);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("{collection:" + ALL + "}/{id}/restoration")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "restore", summary = "Restore #", description = "Undoes a retraction; a notice brings back the "
            + "findings that were retracted with it. `If-Match` can be the tag of the answer to the retraction, or `*`.")
    @Extension(name = Contract.BODY, value = "Restoration " + ALL)
    public Response restore(String collection, String id, ObjectNode body) {
        return corrector.restore(Kind.of(collection), id, body);
    }
}
