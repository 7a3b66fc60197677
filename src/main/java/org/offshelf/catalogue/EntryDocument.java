package org.offshelf.catalogue;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Licence;

@Schema(requiredProperties = { "name", "description", "version", "revision", "licence", "collections",
        "links" }, name = "Entry", description = "What this is, and where everything else is.")
record EntryDocument(@Schema(examples = "Offshelf") String name,
        @Schema(examples = "The open registry of regulatory action against mobile apps") String description,
        @Schema(description = "Version of the API; the same as in all paths.", examples = "1") String version,
        @Schema(description = "The current revision of the registry: it counts all changes ever made.", examples = "144") long revision,
        Terms licence,
        @Schema(description = "All collections.") List<Collection> collections,
        Links links) {

    static EntryDocument of(long revision) {
        return new EntryDocument("Offshelf", "The open registry of regulatory action against mobile apps", "1", revision,
                new Terms(Licence.NAME, Licence.URL), Catalogue.COLLECTIONS.stream().map(Collection::of).toList(), Links.ALL);
    }

    @Schema(name = "Licence", requiredProperties = { "name", "url" }, description = "The terms the data can be used under.")
    record Terms(@Schema(description = "SPDX identifier.", examples = Licence.NAME) String name,
            @Schema(description = "The terms.", examples = Licence.URL) String url) {
    }

    @Schema(name = "CollectionLink", requiredProperties = { "name", "title", "description", "href", "aggregate",
            "fields" }, description = "A collection and where it is.")
    record Collection(@Schema(examples = "findings") String name, @Schema(examples = "Findings") String title,
            String description,
            @Schema(description = "Its list.", examples = "/v1/findings") String href,
            @Schema(description = "Counts of its records, by up to three dimensions.", examples = "/v1/findings/aggregate") String aggregate,
            @Schema(description = "Its fields, and how each can be filtered by.", examples = "/v1/fields/findings") String fields) {

        static Collection of(CollectionSchema collection) {
            return new Collection(collection.name(), Catalogue.title(collection), collection.description(),
                    Catalogue.path(collection), Catalogue.path(collection) + "/aggregate", "/v1/fields/" + collection.name());
        }
    }

    @Schema(name = "EntryLinks", requiredProperties = { "self", "status", "fields", "search", "suggest",
            "lookup", "match", "changes", "stream", "modified", "atom", "jsonFeed", "deadlines", "snapshots", "coverage",
            "cite",
            "openapi",
            "swaggerUi",
            "health" }, description = "What there is besides.")
    record Links(@Schema(examples = "/v1") String self,
            @Schema(description = "State of the registry.", examples = "/v1/status") String status,
            @Schema(description = "The fields of all collections.", examples = "/v1/fields") String fields,
            @Schema(description = "Search everything: add `q`.", examples = "/v1/search") String search,
            @Schema(description = "Typeahead: add `q`.", examples = "/v1/suggest") String suggest,
            @Schema(description = "POST up to 1,000 ids or aliases.", examples = "/v1/lookup") String lookup,
            @Schema(description = "POST up to 100 names.", examples = "/v1/match") String match,
            @Schema(description = "All changes: add `since`.", examples = "/v1/changes") String changes,
            @Schema(description = "Changes as they are made, as server-sent events.", examples = "/v1/changes/stream") String stream,
            @Schema(description = "All records by their last change, for shell scripts.", examples = "/v1/changes/modified.csv") String modified,
            @Schema(description = "What was changed last, for feed readers; every filter works here too.", examples = "/v1/feeds/atom") String atom,
            @Schema(description = "The same as JSON Feed.", examples = "/v1/feeds/json") String jsonFeed,
            @Schema(description = "Deadlines, for calendars; every filter of findings works here too.", examples = "/v1/deadlines.ics") String deadlines,
            @Schema(description = "The whole registry as files.", examples = "/v1/snapshots") String snapshots,
            @Schema(description = "What is held and what is known to be missing.", examples = "/v1/coverage") String coverage,
            @Schema(description = "References for papers: fill in the collection and the id of a record; `format=csl`, `bibtex` or `ris`.", examples = "/v1/cite/{type}/{id}") String cite,
            @Schema(description = "The contract of this API, OpenAPI 3.1.", examples = "/q/openapi") String openapi,
            @Schema(description = "The contract to read and try out.", examples = "/q/swagger-ui/") String swaggerUi,
            @Schema(description = "Whether the service is up and ready.", examples = "/q/health") String health) {

        static final Links ALL = new Links("/v1", "/v1/status", "/v1/fields", "/v1/search", "/v1/suggest",
                "/v1/lookup", "/v1/match", "/v1/changes", "/v1/changes/stream", "/v1/changes/modified.csv", "/v1/feeds/atom",
                "/v1/feeds/json", "/v1/deadlines.ics", "/v1/snapshots", "/v1/coverage", "/v1/cite/{type}/{id}", "/q/openapi",
                "/q/swagger-ui/",
                "/q/health");
    }
}
