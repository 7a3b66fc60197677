package org.offshelf.importing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.Apps;
import org.offshelf.app.Operator;
import org.offshelf.app.Operators;
import org.offshelf.ledger.Standing;

/** Recognises apps and operators by name, and makes those nobody has named before; whoever fills in a new one persists it. */
@ApplicationScoped
class Identities {

    private final Apps apps;
    private final Operators operators;

    Identities(Apps apps, Operators operators) {
        this.apps = apps;
        this.operators = operators;
    }

    /** @param name legal name as printed */
    Operator operator(String name) {
        String identity = Names.normalise(name);
        return operators.find("identity", identity).firstResultOptional().or(() -> byAlias(identity)).map(this::current)
                .orElseGet(() -> {
                    Operator operator = new Operator();
                    operator.id = Ids.derive("op", identity, id -> operators.findById(id) != null);
                    operator.identity = identity;
                    operator.name = name;
                    return operator;
                });
    }

    /** By another name it goes by; a name that several go by tells nothing. */
    private Optional<Operator> byAlias(String identity) {
        List<Operator> known = operators.listAll().stream()
                .filter(operator -> operator.aliases.stream().map(Names::normalise).anyMatch(identity::equals)).toList();
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    /**
     * An app of the same kind and name, if its operator is the same or one of the two is not known. Where several companies
     * have one of that name, a source that names no company means none of them.
     *
     * @param operator null when the source does not say
     */
    App app(AppKind kind, String name, Operator operator) {
        String prefix = kind.code() + '|' + Names.normalise(name) + '|';
        List<App> namesakes = apps.list("identity like ?1 order by identity", escape(prefix) + '%').stream()
                .map(this::current).distinct().toList();
        for (App app : namesakes) {
            if (operator != null && operator.id.equals(app.operator)) {
                return app;
            }
        }
        if (operator == null && namesakes.size() == 1) {
            return namesakes.get(0);
        }
        for (App app : namesakes) {
            if (app.operator == null) {
                app.operator = operator == null ? null : operator.id;
                return app;
            }
        }
        App app = new App();
        app.identity = prefix + (operator == null ? "" : operator.identity);
        app.id = Ids.derive("app", app.identity, id -> apps.findById(id) != null);
        app.kind = kind;
        app.name = name;
        app.operator = operator == null ? null : operator.id;
        return app;
    }

    private App current(App app) {
        return app.standing == Standing.MERGED ? current(apps.findById(app.successor)) : app;
    }

    private Operator current(Operator operator) {
        return operator.standing == Standing.MERGED ? current(operators.findById(operator.successor)) : operator;
    }

    /** A name is no pattern. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
