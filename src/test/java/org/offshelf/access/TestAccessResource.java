package org.offshelf.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.offshelf.TestRecords;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Revisions;

/** Open as a whole, as resources are that are read; with methods that say who may and methods that do not. */
@Path("/test-access")
@PermitAll
public class TestAccessResource {

    private final Authors authors;
    private final Revisions revisions;
    private final TestRecords records;

    TestAccessResource(Authors authors, Revisions revisions, TestRecords records) {
        this.authors = authors;
        this.revisions = revisions;
        this.records = records;
    }

    @GET
    @Operation(hidden = true)
    public String read() {
        return "read";
    }

    @POST
    @Operation(hidden = true)
    public String unstated() {
        throw new IllegalStateException("reached");
    }

    @DELETE
    @Operation(hidden = true)
    @Path("unstated")
    public String unstatedToo() {
        throw new IllegalStateException("reached");
    }

    @POST
    @Operation(hidden = true)
    @Path("write")
    @RolesAllowed(Roles.CURATOR)
    public long write() {
        return revisions.write(authors.curator(Cause.OBSERVATION, "Looked."), records::app).revision();
    }

    @POST
    @Operation(hidden = true)
    @Path("fail")
    @RolesAllowed(Roles.CURATOR)
    public long fail() {
        return revisions.write(authors.curator(Cause.OBSERVATION, "Looked."), () -> {
            records.app();
            throw new IllegalStateException("broken off");
        }).revision();
    }

    @GET
    @Operation(hidden = true)
    @Path("write-by-get")
    @RolesAllowed(Roles.CURATOR)
    public long writeByGet() {
        return write();
    }
}
