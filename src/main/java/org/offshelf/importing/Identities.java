package org.offshelf.importing;

import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.Apps;
import org.offshelf.app.Operator;
import org.offshelf.app.Operators;

/** The records behind names, and new ones for names nobody had before; whoever fills in a new one persists it. */
final class Identities {

    private final Known known;
    private final Apps apps;
    private final Operators operators;

    Identities(Known known, Apps apps, Operators operators) {
        this.known = known;
        this.apps = apps;
        this.operators = operators;
    }

    /** @param name legal name as printed */
    Operator operator(String name) {
        Recognised recognised = known.operators.recognise(name, false);
        if (!recognised.isNew()) {
            return operators.findById(recognised.id());
        }
        KnownOperator made = known.operators.make(name);
        Operator operator = new Operator();
        operator.id = made.id();
        operator.identity = made.identity();
        operator.name = name;
        return operator;
    }

    /** @param operator null when the source does not say */
    App app(AppKind kind, String name, Operator operator) {
        String company = operator == null ? null : operator.id;
        Recognised recognised = known.apps.recognise(kind, name, company, null, null, false);
        if (!recognised.isNew()) {
            App app = apps.findById(recognised.id());
            if (app.operator == null && company != null) {
                app.operator = company;
                known.apps.runBy(app.id, company);
            }
            return app;
        }
        KnownApp made = known.apps.make(kind, name, company);
        App app = new App();
        app.id = made.id();
        app.identity = made.identity();
        app.kind = kind;
        app.name = name;
        app.operator = company;
        return app;
    }
}
