package org.offshelf.importing.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.Known;
import org.offshelf.importing.RowDecision;

/** Checks decisions against the rows there are and the records that are known at the moment. */
final class DecisionCheck {

    private final List<Fault> faults = new ArrayList<>();
    private final Known known;
    private final int rows;

    private DecisionCheck(Known known, int rows) {
        this.known = known;
        this.rows = rows;
    }

    /** @param type of the problem that those are which do not hold: never did, or no longer do */
    static void check(List<Decision> decisions, Known known, int rows, ProblemType type) {
        DecisionCheck check = new DecisionCheck(known, rows);
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
        if (decision.row() < 1 || decision.row() > rows) {
            faults.add(Fault.invalidValue(at + "/row", String.valueOf(decision.row()),
                    rows == 0 ? "The document has no rows." : "The document has rows 1 to " + rows + "."));
        } else if (!seen.add(decision.row())) {
            faults.add(Fault.invalidValue(at + "/row", String.valueOf(decision.row()), "It is decided twice about this row."));
        }
        id(at + "/app", decision.app(), decision.app() == null || RowDecision.NEW.equals(decision.app())
                || known.isApp(decision.app()), "app");
        id(at + "/operator", decision.operator(), decision.operator() == null || RowDecision.NEW.equals(decision.operator())
                || known.isOperator(decision.operator()), "operator");
        id(at + "/store", decision.store(), decision.store() == null || known.isStore(decision.store()), "store");
        for (String category : decision.categories() == null ? List.<String> of() : decision.categories()) {
            id(at + "/categories", category, category != null && known.isCategory(category), "category for findings");
        }
    }

    private void id(String parameter, String value, boolean isKnown, String what) {
        if (!isKnown) {
            faults.add(new Fault(parameter, value, Fault.UNKNOWN_VALUE, "There is no current " + what + " `" + value + "`.",
                    null, null));
        }
    }
}
