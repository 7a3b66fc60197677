package org.offshelf.curating;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.offshelf.access.Roles;
import org.offshelf.correction.Correction;
import org.offshelf.correction.CorrectionSchema;
import org.offshelf.correction.Corrections;
import org.offshelf.correction.FilerRole;
import org.offshelf.http.Nearest;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.Ids;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Readings;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.ReferenceCheck;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;
import org.offshelf.writing.Outcome;

/** Takes requests for corrections in: from anyone who has an account, and from curators for those who wrote a letter. */
@ApplicationScoped
class Filing {

    static final BodySchema BODY = BodySchema.of("NewCorrection", "What is said to be wrong. All of it is public.", List.of(
            Member.of(field("collection")).required(), Member.of(field("record")).required(), Member.of(field("field")),
            Member.text(field("claim"), 4_000).required(), Member.text(field("proposed"), 2_000),
            Member.of(field("filedAs")).required(), Member.text(field("onBehalfOf"), 200),
            Member.of(Field.json("sources", "sources")
                    .describedAs("The documents that show it, such as the letter in which it was"
                            + " asked for: by id; only a curator can add one that is not held yet."))
                    .of(CitedSources.CITATION)));

    /** Derived, or of no record's making. */
    private static final Set<String> NOT_CLAIMED = Set.of("id", "revision");

    private final CorrectionsConfig config;
    private final Corrections corrections;
    private final Filers filers;
    private final CitedSources sources;
    private final ReferenceCheck references;
    private final Readings readings;

    Filing(CorrectionsConfig config, Corrections corrections, Filers filers, CitedSources sources, ReferenceCheck references,
            Readings readings) {
        this.config = config;
        this.corrections = corrections;
        this.filers = filers;
        this.sources = sources;
        this.references = references;
        this.readings = readings;
    }

    Outcome file(Body body, Author author) {
        boolean isCurator = author.role().equals(Roles.CURATOR);
        checkSubject(body);
        body.objects(CitedSources.SOURCES.name()).forEach(citation -> checkSource(citation, isCurator));
        body.requireValid();
        if (!isCurator) {
            requireRoom(author.actor());
        }
        Correction made = correction(body);
        String path = WrittenRecords.path(CorrectionSchema.CORRECTIONS, made.id);
        if (corrections.findById(made.id) != null) {
            throw new ProblemException(
                    Problem.of(ProblemType.CONFLICT, "The same was filed today, as `" + made.id + "`.").trying(path));
        }
        body.objects(CitedSources.SOURCES.name()).forEach(citation -> sources.cite(made, citation));
        corrections.persist(made);
        filers.remember(made.id, author.actor());
        return Outcome.created(path);
    }

    /** Says what of the collection, the record and the field there is not. */
    private void checkSubject(Body body) {
        Optional<CollectionSchema> subject = CorrectionSchema.SUBJECTS.stream()
                .filter(schema -> schema.name().equals(body.text("collection"))).findFirst();
        if (subject.isEmpty()) {
            return;
        }
        String record = body.text("record");
        if (record != null) {
            references.faultsOfReferences("record", subject.get(), Set.of(record)).forEach(fault -> body.invalid("record",
                    fault.message() + (fault.didYouMean() == null ? "" : " Did you mean `" + fault.didYouMean() + "`?")));
        }
        String field = body.text("field");
        List<String> known = subject.get().fields().stream().map(Field::name).filter(name -> !NOT_CLAIMED.contains(name))
                .toList();
        if (field != null && !known.contains(field)) {
            body.invalid("field", "A " + subject.get().singular() + " has no such field"
                    + Nearest.match(field, known).map(near -> "; did you mean `" + near + "`?").orElse(".") + " It has "
                    + known.stream().map(name -> '`' + name + '`').collect(Collectors.joining(", ")) + '.');
        }
    }

    private void checkSource(Body citation, boolean isCurator) {
        if (citation.object(CitedSources.SOURCE.name()) != null && !isCurator) {
            citation.invalid(CitedSources.SOURCE.name(),
                    "Only a curator can add a document. Name its address in the claim instead.");
        }
        sources.checkCited(citation);
    }

    private void requireRoom(String account) {
        long open = filers.open(account);
        if (open >= config.mostOpen()) {
            throw Impossible.because("This account has " + open + " open requests, as many as one may have. Wait until some are"
                    + " settled, or withdraw one.");
        }
        LocalDate today = readings.today();
        if (filers.filedOn(today, account) >= config.mostADay()) {
            Duration wait = Duration.between(readings.now(), today.plusDays(1).atStartOfDay(Readings.ZONE));
            throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS, "This account has filed " + config.mostADay()
                    + " requests today, in Shanghai, as many as one may. Nothing was changed.")
                    .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        }
    }

    private Correction correction(Body body) {
        Correction made = new Correction();
        made.collection = body.text("collection");
        made.record = body.text("record");
        made.field = body.text("field");
        made.claim = body.text("claim");
        made.proposed = body.text("proposed");
        made.filedAs = body.code("filedAs", FilerRole.class);
        made.onBehalfOf = body.text("onBehalfOf");
        made.filed = readings.today();
        made.due = made.filed.plusDays(config.answeredWithin());
        made.id = Ids.derive("cor",
                Correction.identity(made.collection, made.record, made.field, made.claim, made.filed));
        return made;
    }

    private static Field field(String name) {
        return CorrectionSchema.CORRECTIONS.field(name).orElseThrow();
    }
}
