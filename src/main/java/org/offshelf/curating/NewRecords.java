package org.offshelf.curating;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.coverage.Survey;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.Ids;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.penalty.Penalty;
import org.offshelf.penalty.Statement;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Outcome;

/** Makes penalties, statements and surveys. Their ids follow from what tells two of them apart, so none is recorded twice. */
@ApplicationScoped
class NewRecords {

    static final BodySchema PENALTY = CorrectableFields.PENALTY.creation(CitedSources.SOURCES);
    static final BodySchema STATEMENT = CorrectableFields.STATEMENT.creation(CitedSources.SOURCES);
    static final BodySchema SURVEY = CorrectableFields.SURVEY.creation(CitedSources.SOURCES);

    private final Session session;
    private final CitedSources sources;
    private final Rules rules;

    NewRecords(Session session, CitedSources sources, Rules rules) {
        this.session = session;
        this.sources = sources;
        this.rules = rules;
    }

    Outcome penalty(Body body) {
        Penalty penalty = new Penalty();
        fill(CorrectableFields.PENALTY, penalty, body);
        penalty.id = id("pen", penalty.regulator, penalty.operator, penalty.kind.code(), penalty.decided, penalty.announced,
                penalty.periodFrom, penalty.periodTo, penalty.amount, penalty.currency);
        return persist(CorrectableFields.PENALTY, penalty, body);
    }

    Outcome statement(Body body) {
        Statement statement = new Statement();
        fill(CorrectableFields.STATEMENT, statement, body);
        statement.id = id("stm", statement.operator, statement.made, statement.app,
                statement.penalty == null ? statement.notice : statement.penalty, statement.summary);
        return persist(CorrectableFields.STATEMENT, statement, body);
    }

    Outcome survey(Body body) {
        Survey survey = new Survey();
        fill(CorrectableFields.SURVEY, survey, body);
        survey.id = id("sur", survey.regulator, survey.periodFrom, survey.periodTo, survey.checked);
        return persist(CorrectableFields.SURVEY, survey, body);
    }

    private <R extends RegistryRecord.Cited> void fill(Correctable<R> kind, R made, Body body) {
        body.objects(CitedSources.SOURCES.name()).forEach(sources::checkCited);
        body.requireReadable();
        kind.apply(made, body);
        rules.check(made, body);
        body.requireValid();
    }

    private <R extends RegistryRecord.Cited> Outcome persist(Correctable<R> kind, R made, Body body) {
        String path = WrittenRecords.path(kind.schema(), made.id);
        if (session.find(kind.kind().type(), made.id) != null) {
            throw new ProblemException(Problem.of(ProblemType.CONFLICT, "This " + kind.schema().singular()
                    + " is recorded already, as `" + made.id + "`.").trying(path));
        }
        body.objects(CitedSources.SOURCES.name()).forEach(citation -> sources.cite(made, citation));
        session.persist(made);
        return Outcome.created(path);
    }

    private static String id(String prefix, Object... identity) {
        return Ids.derive(prefix, Stream.of(identity).map(String::valueOf).collect(Collectors.joining("|")));
    }
}
