package org.offshelf.importing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.offshelf.app.AppKind;

/**
 * What a document names, by which those who may be meant are looked for.
 *
 * @param filingNumbers as printed
 * @param appIds apps that somebody decided on, or that are held so
 * @param operatorIds operators, likewise
 */
public record Named(Set<App> apps, Set<String> filingNumbers, Set<String> appIds, Set<String> operatorIds) {

    /** Only what is named by its id. */
    public static Named ids(Collection<String> apps, Collection<String> operators) {
        return new Named(Set.of(), Set.of(), Set.copyOf(apps), Set.copyOf(operators));
    }

    /** @param held what the registry has of the same notice */
    public static Named in(List<RowFacts> rows, Held held) {
        Named named = new Named(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        rows.forEach(named::add);
        for (HeldFinding finding : held.findings()) {
            named.appIds.add(finding.app());
            add(named.operatorIds, finding.operator());
        }
        return named;
    }

    Set<String> developers() {
        return apps.stream().map(App::developer).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void add(RowFacts row) {
        RowDecision decision = row.decision();
        if (row.app() != null) {
            apps.add(new App(row.kind(), row.app(), row.developer(), decision.operator()));
        }
        add(filingNumbers, row.filingNumber());
        add(appIds, decision.app());
        add(operatorIds, decision.operator());
    }

    private static void add(Set<String> some, String one) {
        if (one != null) {
            some.add(one);
        }
    }

    /**
     * @param developer as printed; null if it is not
     * @param operator what was decided instead; null if nothing was
     */
    record App(AppKind kind, String name, String developer, String operator) {
    }
}
