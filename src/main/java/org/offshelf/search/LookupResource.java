package org.offshelf.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.query.Answers;
import org.offshelf.query.Context;
import org.offshelf.query.Language;
import org.offshelf.query.Moment;
import org.offshelf.query.Moments;

@Path("/v1/lookup")
@Tag(name = "Search")
class LookupResource {

    private final Moments moments;
    private final Lookup lookup;

    LookupResource(Moments moments, Lookup lookup) {
        this.moments = moments;
        this.lookup = lookup;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "lookupRecords", summary = "Look up many records at once", description = "Up to 1,000 ids, aliases (`android:com.tencent.mm`), bare Android packages, iOS ids or ICP filing numbers, answered in "
            + "the order asked, duplicates too: where each record stands, and the revision that last changed it. A fleet is checked "
            + "in one call, and a mirror fetches only what has moved since the revision it holds.")
    @Extension(name = Answers.MOMENT, value = "true")
    public LookupAnswer lookup(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "fleet", summary = "Apps of a fleet", value = """
                    {"ids": ["android:com.tencent.mm", "com.douban.frodo", "渝ICP备2021008177号-4A", "miit-2021-11"]}"""))) LookupRequest request,
            @jakarta.ws.rs.core.Context UriInfo uri) {
        Moment moment = moments.require(uri.getQueryParameters());
        request.check();
        return moments.read(moment, reading -> LookupAnswer.of(reading.revision(),
                lookup.of(request.ids(), Context.of(Language.ZH, reading), moment)));
    }
}
