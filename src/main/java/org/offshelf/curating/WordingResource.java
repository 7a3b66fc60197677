package org.offshelf.curating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.access.Roles;
import org.offshelf.ledger.Cause;

import com.fasterxml.jackson.databind.node.ObjectNode;

@Path("/v1")
class WordingResource {

    private final Curation curation;
    private final Wording wording;

    WordingResource(Curation curation, Wording wording) {
        this.curation = curation;
        this.wording = wording;
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("categories/{id}/phrases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Tag(name = "Categories")
    @Operation(operationId = "addPhrase", summary = "Teach a category a phrase", description = "Findings whose printed problems "
            + "read otherwise with it are reclassified in the same revision; those that a curator has judged are not. 409 where "
            + "another category has the phrase.")
    @Extension(name = Contract.BODY, value = "NewPhrase")
    public Response addPhrase(String id, ObjectNode body) {
        return curation.change(Kind.CATEGORY, id, Cause.RECLASSIFICATION, Wording.PHRASE, body, wording::addPhrase);
    }

    @DELETE
    @RolesAllowed(Roles.CURATOR)
    @Path("categories/{id}/phrases/{phrase:.+}")
    @Tag(name = "Categories")
    @Operation(operationId = "removePhrase", summary = "Take a phrase from a category", description = "Findings whose printed "
            + "problems read otherwise without it are reclassified in the same revision.")
    public Response removePhrase(String id, String phrase) {
        return curation.change(Kind.CATEGORY, id, Cause.RECLASSIFICATION, Curation.NO_BODY, Curation.nothing(),
                (category, body) -> wording.removePhrase(category, phrase, body));
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("stores/{id}/spellings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Tag(name = "Stores")
    @Operation(operationId = "addSpelling", summary = "Teach a store a spelling", description = "Findings whose printed store is "
            + "recognised with it get it in the same revision, and so do orders. 409 where another store has the spelling.")
    @Extension(name = Contract.BODY, value = "NewSpelling")
    public Response addSpelling(String id, ObjectNode body) {
        return curation.change(Kind.STORE, id, Cause.RECLASSIFICATION, Wording.SPELLING, body, wording::addSpelling);
    }

    @DELETE
    @RolesAllowed(Roles.CURATOR)
    @Path("stores/{id}/spellings/{spelling:.+}")
    @Tag(name = "Stores")
    @Operation(operationId = "removeSpelling", summary = "Take a spelling from a store", description = "Findings whose store was "
            + "recognised by it lose it in the same revision.")
    public Response removeSpelling(String id, String spelling) {
        return curation.change(Kind.STORE, id, Cause.RECLASSIFICATION, Curation.NO_BODY, Curation.nothing(),
                (store, body) -> wording.removeSpelling(store, spelling, body));
    }
}
