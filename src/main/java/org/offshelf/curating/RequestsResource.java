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
import org.offshelf.access.Authors;
import org.offshelf.access.Roles;
import org.offshelf.correction.CorrectionSchema;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.security.Authenticated;

@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
class RequestsResource {

    private final Curation curation;
    private final Authors authors;
    private final Filing filing;
    private final Settling settling;

    RequestsResource(Curation curation, Authors authors, Filing filing, Settling settling) {
        this.curation = curation;
        this.authors = authors;
        this.filing = filing;
        this.settling = settling;
    }

    @POST
    @Authenticated
    @Path("corrections")
    @Operation(operationId = "fileCorrection", summary = "Ask for a correction", description = "Says of a record, or of one of its "
            + "fields, what is wrong. The request is public at once, and shown with the record by `include=corrections`; as whom it "
            + "was filed is part of it, which account filed it is not. An account can have 20 open ones, unless it is set otherwise; "
            + "a curator files what was asked for by letter, and cites the letter under `sources`.")
    @Extension(name = Contract.BODY, value = "NewCorrection")
    public Response file(ObjectNode body) {
        Author author = authors.account(Cause.OBSERVATION, null);
        return curation.create(CorrectionSchema.CORRECTIONS, author, Filing.BODY, body, read -> filing.file(read, author));
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("corrections/{id}/outcome")
    @Operation(operationId = "settleCorrection", summary = "Settle a request for a correction", description = "Accepts or declines "
            + "it, and says why. What is accepted is put right by an operation on the record, before or after; `correctedIn` names its "
            + "revision. A request that is not open is refused with 409.")
    @Extension(name = Contract.BODY, value = "CorrectionOutcome")
    public Response settle(String id, ObjectNode body) {
        Author author = authors.curator(Cause.OBSERVATION, body.path(Settling.WHY).textValue());
        return curation.change(Kind.CORRECTION, id, author, Settling.OUTCOME, body,
                (correction, read, seen) -> settling.settle(correction, read));
    }

    @POST
    @Authenticated
    @Path("corrections/{id}/withdrawal")
    @Operation(operationId = "withdrawCorrection", summary = "Withdraw a request for a correction", description = "Takes back what "
            + "the same account filed. It stays readable; a request that is not open is refused with 409.")
    @Extension(name = Contract.BODY, value = "CorrectionWithdrawal")
    public Response withdraw(String id, ObjectNode body) {
        Author author = authors.account(Cause.OBSERVATION, body.path(Settling.WHY).textValue());
        return curation.change(Kind.CORRECTION, id, author, Settling.WITHDRAWAL, body,
                (correction, read, seen) -> settling.withdraw(correction, read, author));
    }
}
