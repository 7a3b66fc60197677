package org.offshelf.importing.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.Known;
import org.offshelf.importing.Named;
import org.offshelf.importing.RowDecision;
import org.offshelf.importing.RowFacts;

/** Checks decisions against the rows there are and the records that are known at the moment. */
final class DecisionCheck {

    private final List<Fault> faults = new ArrayList<>();
    private final Known known;
    private final int rows;
    private final IntPredicate namesDeveloper;

    private DecisionCheck(Known known, int rows, IntPredicate namesDeveloper) {
        this.known = known;
        this.rows = rows;
        this.namesDeveloper = namesDeveloper;
    }

    /** As far as it can be told before the document is read again. */
    static void check(List<Decision> decisions, Known known, int rows) {
        check(decisions, new DecisionCheck(known, rows, row -> true), ProblemType.UNPROCESSABLE);
    }

    /** What does not hold here held when it was decided, or could not be told. */
    static void check(List<Decision> decisions, Known known, List<RowFacts> rows) {
        check(decisions, new DecisionCheck(known, rows.size(), row -> rows.get(row - 1).developer() != null),
                ProblemType.CONFLICT);
    }

    /** What they name. */
    static Named named(List<Decision> decisions) {
        List<Decision> given = decisions.stream().filter(Objects::nonNull).toList();
        return Named.ids(given.stream().map(Decision::app).filter(Objects::nonNull).collect(Collectors.toSet()),
                given.stream().map(Decision::operator).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static void check(List<Decision> decisions, DecisionCheck check, ProblemType type) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < decisions.size(); i++) {
            check.check("/decisions/" + i, decisions.get(i), seen);
        }
        if (!check.faults.isEmpty()) {
            throw new ProblemException(Problem.of(type, check.faults.stream().map(Fault::inBody).toList()));
        }
    }

    private void check(String at, Decision decision, Set<Integer> seen) {
        if (decision == null || decision.row() == null) {
            faults.add(Fault.missing(at + "/row"));
            return;
        }
        if (!isRow(decision.row())) {
            faults.add(Fault.invalidValue(at + "/row", String.valueOf(decision.row()),
                    rows == 0 ? "The document has no rows." : "The document has rows 1 to " + rows + "."));
        } else if (!seen.add(decision.row())) {
            faults.add(Fault.invalidValue(at + "/row", String.valueOf(decision.row()), "It is decided twice about this row."));
        }
        id(at + "/app", decision.app(), decision.app() == null || RowDecision.NEW.equals(decision.app())
                || known.isApp(decision.app()), "app");
        id(at + "/operator", decision.operator(), decision.operator() == null || RowDecision.NEW.equals(decision.operator())
                || known.isOperator(decision.operator()), "operator");
        if (RowDecision.NEW.equals(decision.operator()) && isRow(decision.row())
                && !namesDeveloper.test(decision.row())) {
            faults.add(Fault.invalidValue(at + "/operator", RowDecision.NEW,
                    "The row prints no developer by whose name one could be made. Name one that is known by its id."));
        }
        id(at + "/store", decision.store(), decision.store() == null || known.isStore(decision.store()), "store");
        for (String category : decision.categories() == null ? List.<String> of() : decision.categories()) {
            id(at + "/categories", category, category != null && known.isCategory(category), "category for findings");
        }
    }

    private boolean isRow(int number) {
        return number >= 1 && number <= rows;
    }

    private void id(String parameter, String value, boolean isKnown, String what) {
        if (!isKnown) {
            faults.add(new Fault(parameter, value, Fault.UNKNOWN_VALUE, "There is no current " + what + " `" + value + "`.",
                    null, null));
        }
    }
}
