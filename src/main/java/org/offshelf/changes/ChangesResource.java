package org.offshelf.changes;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.catalogue.Catalogue;
import org.offshelf.catalogue.ChangeContract;

@Path("/v1")
@Tag(name = "Changes", description = "What changed, when, why and from what to what: for mirrors, feeds and doubts")
class ChangesResource {

    private static final String TYPES = "notices|findings|apps|operators|regulators|categories|stores|listings|penalties|statements|surveys|sources|corrections";

    private final ChangeAnswers answers;

    ChangesResource(ChangeAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("changes")
    @Operation(operationId = "listChanges", summary = "List changes", description = """
            The ledger: every change ever made to a record, from revision 1, in order and without a gap. Keep `meta.nextSince` and \
            ask again with `since=` that number: nothing is missed or told twice, also where an answer ended within a large \
            revision. `links.next` is null once all is told. A record can have two lines in one revision.

            **Fields** have the names and shapes they have in the records, each with its `old` and `new` value, so that a copy \
            of the registry is kept by setting them: a `create` begins a record, the fields it does not name are null, or empty \
            where they hold several values. `standing` says whether a record still speaks for itself: lists have those that are \
            `current`. `citations` says where in its sources a record is found.

            **Derived fields** are not in it, because what they follow from is: `status=overdue` (a `named` finding or app whose \
            deadline has passed), `state=overdue` of a correction in the same way, `regulator` of a finding (its notice's), `heldCount` of a notice (its current findings), \
            and `name`, `label` and `definition` by language (`nameEn` or else `nameZh`, and so on).

            **Filters by the record**: with one `type`, every filter of that collection's list is understood too, but for those of \
            `revision`, `since` and `cause`, which here are the changes': `type=findings&operator=op-6f3n3cky`. A change is told if the list, with that filter, had \
            the record at the revision of the change or at the one before; deadlines are judged on the day of the change. So one \
            sees records enter and leave; of one that enters, ask for the record itself.

            An answer under any filter but `id` can have fewer lines than `limit`, even none, while `links.next` goes on: for one answer \
            at most 50,000 lines of the ledger are looked at.

            An answer with a next page, or with an `until` in the past, never changes and can be kept for ever; the last one \
            has an `ETag` that changes with every revision.""")
    @Extension(name = ChangeContract.LINES, value = ChangeContract.PAGE)
    public Response list(@Context UriInfo uri) {
        return answers.changes(uri);
    }

    @GET
    @Path("changes/modified.csv")
    @Operation(operationId = "listModified", summary = "List all records by their last change", description = """
            One line for each record that there ever was, changed last first: `type,id,revision,at,standing,url`. For mirrors \
            that are shell scripts: fetch what is newer than the revision of the first line seen last time (`since=`), and drop \
            what is no longer `current`.""")
    @APIResponse(responseCode = "200", description = "The lines, streamed.", content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response modified(
            @Parameter(name = "since", in = ParameterIn.QUERY, description = "Only records changed after this revision.", schema = @Schema(type = SchemaType.INTEGER, examples = "140")) @QueryParam("since") String since,
            @Context UriInfo uri) {
        return answers.modified(uri);
    }

    @GET
    @Path("{type:" + TYPES + "}/{id}/history")
    @Operation(operationId = "getHistory", summary = "Get a record's history", description = """
            Every revision that changed the record, oldest first: when, in which role, for what cause and reason, and the \
            difference to the state before, field by field. Also of records that were retracted or merged. The lines are those of \
            `/v1/changes`.""")
    @Extension(name = ChangeContract.LINES, value = ChangeContract.HISTORY)
    public Response history(String type, String id, @Context UriInfo uri) {
        return answers.history(Catalogue.find(type).orElseThrow(), id, uri);
    }
}
