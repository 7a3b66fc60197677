package org.offshelf.cite;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.offshelf.catalogue.Catalogue;
import org.offshelf.http.WholeAddress;
import org.offshelf.query.Answers;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Links;

@Path("/v1/cite")
@Tag(name = "Citing", description = "References for papers, to what never changes")
class CiteResource {

    private final Answers answers;
    private final Entries entries;

    CiteResource(Answers answers, Entries entries) {
        this.answers = answers;
        this.entries = entries;
    }

    @GET
    @Path("{type}/{id}")
    @Operation(operationId = "getCitation", summary = "Cite a record", description = """
            The reference to a record, for a bibliography: as CSL-JSON (Zotero, pandoc), BibTeX or RIS (EndNote). It names the record \
            at a revision, by the permanent link, which answers the same for ever; without `revision` at the current one. The author \
            is who speaks in the record: the regulator of a notice, a finding or a penalty, the operator of a statement, the publisher \
            of a source, else the registry. `issued` is the day of the act, `accessed` that of the revision; the note names the \
            documents the record rests on.""")
    @Extension(name = Answers.MOMENT, value = "true")
    @APIResponse(responseCode = "200", description = "The reference.", content = {
            @Content(mediaType = "application/vnd.citationstyles.csl+json", schema = @Schema(type = SchemaType.ARRAY, implementation = CslItem.class)),
            @Content(mediaType = "application/x-bibtex", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = "application/x-research-info-systems", schema = @Schema(type = SchemaType.STRING)) })
    public Response cite(
            @RestPath @Parameter(description = "The collection.", example = "findings") String type,
            @RestPath @Parameter(description = "The record's id.", example = "miit-2021-11-3") String id,
            @Parameter(description = "The form, where `Accept` does not say it.", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "csl", "bibtex", "ris" }, defaultValue = "csl")) @QueryParam("format") String format,
            @Parameter(description = "The language of names and labels that exist in both.", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "en", "zh" }, defaultValue = "en")) @QueryParam("lang") String lang,
            @Context UriInfo uri) {
        CollectionSchema schema = Catalogue.require(type);
        return answers.about(schema, id, uri, List.of(CitationFormat.values()), asked -> {
            String path = Catalogue.path(schema) + '/' + id;
            Links record = asked.links().at(any -> path).without("format");
            String url = WholeAddress.base(uri) + record.permanent(asked.reading().revision());
            return asked.form().write(entries.read(schema, id, asked.language(), asked.reading(), url));
        });
    }
}
