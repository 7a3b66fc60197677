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
import org.offshelf.ledger.Cause;

import com.fasterxml.jackson.databind.node.ObjectNode;

@Path("/v1")
class EventsResource {

    private final Curation curation;
    private final FindingEvents findings;
    private final ListingEvents listings;

    EventsResource(Curation curation, FindingEvents findings, ListingEvents listings) {
        this.curation = curation;
        this.findings = findings;
        this.listings = listings;
    }

    @POST
    @Path("findings/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CURATOR)
    @Tag(name = "Findings")
    @Operation(operationId = "recordFindingEvent", summary = "Record what became of a finding", description = "That it was "
            + "rectified, or was not. The status of the finding and of its app follow. An event that could not have happened then "
            + "is refused with 409, which says what could. Escalation is not recorded here: it follows from a removal order.")
    @Extension(name = Contract.BODY, value = "NewFindingEvent")
    public Response happened(String id, ObjectNode body) {
        return curation.change(Kind.FINDING, id, Cause.OBSERVATION, FindingEvents.BODY, body, findings::record);
    }

    @POST
    @Path("apps/{id}/listings/{store}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CURATOR)
    @Tag(name = "Listings")
    @Operation(operationId = "recordListingEvent", summary = "Record what was observed in a store", description = "That the app "
            + "was removed from the store, with the cause kept apart, or restored. `If-Match` is the tag of the listing, or of the "
            + "app where nothing is recorded of it in this store yet: the listing is made then. An observation that could not have "
            + "been made then is refused with 409, which says which could.")
    @Extension(name = Contract.BODY, value = "NewListingEvent")
    public Response observed(String id, String store, ObjectNode body) {
        return curation.observe(id, store, ListingEvents.BODY, body, listings);
    }
}
