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
import org.offshelf.coverage.SurveySchema;
import org.offshelf.ledger.Cause;
import org.offshelf.penalty.PenaltySchema;
import org.offshelf.penalty.StatementSchema;
import org.offshelf.source.SourceSchema;

import com.fasterxml.jackson.databind.node.ObjectNode;

@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
class RecordsResource {

    private final Curation curation;
    private final CitedSources sources;
    private final NewRecords records;

    RecordsResource(Curation curation, CitedSources sources, NewRecords records) {
        this.curation = curation;
        this.sources = sources;
        this.records = records;
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("sources")
    @Tag(name = "Sources")
    @Operation(operationId = "createSource", summary = "Add a source", description = "A document that records can cite. Its id "
            + "follows from its address, or from who published what and when, so a document is held once: 409 names the one that is.")
    @Extension(name = Contract.BODY, value = "NewSource")
    public Response source(ObjectNode body) {
        return curation.create(SourceSchema.SOURCES, Cause.SOURCE, CitedSources.NEW, body, sources::create);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("penalties")
    @Tag(name = "Penalties")
    @Operation(operationId = "createPenalty", summary = "Add a penalty", description = "A fine, another measure, or a total that a "
            + "regulator stated over a period, with the documents that say so.")
    @Extension(name = Contract.BODY, value = "NewPenalty")
    public Response penalty(ObjectNode body) {
        return curation.create(PenaltySchema.PENALTIES, Cause.SOURCE, NewRecords.PENALTY, body, records::penalty);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("statements")
    @Tag(name = "Statements")
    @Operation(operationId = "createStatement", summary = "Add a statement", description = "What an operator answered, with the "
            + "documents that say so.")
    @Extension(name = Contract.BODY, value = "NewStatement")
    public Response statement(ObjectNode body) {
        return curation.create(StatementSchema.STATEMENTS, Cause.SOURCE, NewRecords.STATEMENT, body, records::statement);
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("surveys")
    @Tag(name = "Surveys")
    @Operation(operationId = "createSurvey", summary = "Add a survey", description = "Who looked through what a regulator published "
            + "in a part of a year says so here, with the number of notices there are: then coverage tells how many of them are "
            + "missing, and when it was last checked.")
    @Extension(name = Contract.BODY, value = "NewSurvey")
    public Response survey(ObjectNode body) {
        return curation.create(SurveySchema.SURVEYS, Cause.OBSERVATION, NewRecords.SURVEY, body, records::survey);
    }
}
