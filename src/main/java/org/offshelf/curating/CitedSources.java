package org.offshelf.curating;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.Ids;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Standing;
import org.offshelf.query.Field;
import org.offshelf.query.WrittenRecords;
import org.offshelf.source.Source;
import org.offshelf.source.SourceSchema;
import org.offshelf.source.Sources;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;
import org.offshelf.writing.Outcome;

/** Makes sources, and finds those that a body cites: by id, or as the document itself. */
@ApplicationScoped
class CitedSources {

    static final BodySchema NEW = CorrectableFields.SOURCE.creation();
    static final Member SOURCE = Member.of(Field.reference("source", "source_id", () -> SourceSchema.SOURCES)
            .describedAs("The document that says so: its id, or the document itself where it is not held yet.")).of(NEW);
    static final Member LOCATOR = Member.text(Field.text("locator", "locator")
            .describedAs("Where in it.").example("annex 2, row 37"), 200);
    static final BodySchema CITATION = BodySchema.of("NewCitation", "A document, and where in it.",
            List.of(SOURCE.required(), LOCATOR));
    static final Member SOURCES = Member.of(Field.json("sources", "sources").describedAs("The documents it rests on."))
            .of(CITATION).required();

    private final Sources sources;
    private final Rules rules;

    CitedSources(Sources sources, Rules rules) {
        this.sources = sources;
        this.rules = rules;
    }

    Outcome create(Body body) {
        check(body);
        body.requireValid();
        Source made = make(body);
        if (sources.findById(made.id) != null) {
            String path = WrittenRecords.path(SourceSchema.SOURCES, made.id);
            throw new ProblemException(Problem.of(ProblemType.CONFLICT, "This document is held already, as `" + made.id + "`.")
                    .trying(path));
        }
        sources.persist(made);
        return Outcome.created(WrittenRecords.path(SourceSchema.SOURCES, made.id));
    }

    /** Says what is wrong with the document that stands in the place of its id. */
    void checkCited(Body body) {
        Optional.ofNullable(body.object(SOURCE.name())).ifPresent(this::check);
    }

    private void check(Body source) {
        rules.requirePast("published", source.date("published"), source);
        rules.requirePast("retrieved", source.date("retrieved"), source);
    }

    /** The source a valid body cites; one that is not held yet is made. */
    String id(Body body) {
        Body given = body.object(SOURCE.name());
        if (given == null) {
            return body.id(SOURCE.name());
        }
        Source made = make(given);
        Source held = sources.findById(made.id);
        if (held == null) {
            sources.persist(made);
        } else if (held.standing != Standing.CURRENT) {
            throw ProblemException.of(ProblemType.CONFLICT,
                    "The source `" + held.id + "`, which is this document, was retracted: "
                            + held.standingReason);
        }
        return made.id;
    }

    void cite(RegistryRecord.Cited cited, Body body) {
        cited.cite(id(body), body.text(LOCATOR.name()));
    }

    private static Source make(Body body) {
        Source source = new Source();
        CorrectableFields.SOURCE.apply(source, body);
        source.id = Ids.derive("src", Source.identity(source.url, source.publisher, source.title, source.published));
        return source;
    }
}
