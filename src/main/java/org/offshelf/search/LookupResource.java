package org.offshelf.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.ledger.Readings;
import org.offshelf.query.Context;
import org.offshelf.query.Language;

@Path("/v1/lookup")
@Tag(name = "Search")
class LookupResource {

    private final Readings readings;
    private final Lookup lookup;

    LookupResource(Readings readings, Lookup lookup) {
        this.readings = readings;
        this.lookup = lookup;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "lookupRecords", summary = "Look up many records at once", description = "Up to 1,000 ids, aliases (`android:com.tencent.mm`), bare Android packages, iOS ids or ICP filing numbers, answered in "
            + "the order asked, duplicates too: where each record stands, and the revision that last changed it. A fleet is checked "
            + "in one call, and a mirror fetches only what has moved since the revision it holds.")
    public LookupAnswer lookup(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "fleet", summary = "Apps of a fleet", value = """
                    {"ids": ["android:com.tencent.mm", "com.douban.frodo", "渝ICP备2021008177号-4A", "miit-2021-11"]}"""))) LookupRequest request) {
        request.check();
        return readings.current(reading -> LookupAnswer.of(reading.revision(),
                lookup.of(request.ids(), new Context(Language.ZH, reading.today()))));
    }
}
