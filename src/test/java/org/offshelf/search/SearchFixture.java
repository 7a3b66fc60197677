package org.offshelf.search;

import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.Apps;
import org.offshelf.app.Identifier;
import org.offshelf.app.Operator;
import org.offshelf.app.Operators;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Revisions;
import org.offshelf.source.Sources;

/** Apps that the bundled data set does not name, written as any record is. */
@ApplicationScoped
public class SearchFixture {

    private static final Author AUTHOR = new Author("test", Author.SYSTEM, Cause.CORRECTION, null);

    private final Revisions revisions;
    private final Apps apps;
    private final Operators operators;
    private final Sources sources;

    SearchFixture(Revisions revisions, Apps apps, Operators operators, Sources sources) {
        this.revisions = revisions;
        this.apps = apps;
        this.operators = operators;
        this.sources = sources;
    }

    /** What well-known apps are called, where they are not there yet. */
    public void wellKnown() {
        revisions.write(AUTHOR, () -> {
            app("wechat", "微信", List.of("WeChat"), "android:com.tencent.mm", "ios:414478124");
            app("qq", "QQ", List.of());
            app("58", "58同城", List.of());
            app("wifi", "WiFi万能钥匙", List.of());
            app("360", "360安全卫士", List.of());
            app("weibo", "微網", List.of());
            app("changan", "长安汽车", List.of());
            return null;
        });
    }

    public long create(String id, String name, String operator) {
        return revisions.write(AUTHOR, () -> {
            App app = app(id, name, List.of());
            app.operator = operator == null ? null : operator(operator).id;
            apps.persist(app);
            return null;
        }).revision();
    }

    public long change(String id, Consumer<App> change) {
        return revisions.write(AUTHOR, () -> {
            change.accept(apps.findById("app-" + id));
            return null;
        }).revision();
    }

    private App app(String id, String name, List<String> aliases, String... identifiers) {
        App app = apps.find("name", name).firstResultOptional().orElseGet(App::new);
        if (app.id == null) {
            app.id = "app-" + id;
            app.identity = "test|" + id;
            app.name = name;
            app.kind = AppKind.APP;
            app.aliases = aliases;
            app.cite(sources.findAll().firstResult().id, "");
        }
        for (String identifier : identifiers) {
            String[] parts = identifier.split(":", 2);
            app.identifier.add(new Identifier(parts[0], parts[1]));
        }
        apps.persist(app);
        return app;
    }

    private Operator operator(String name) {
        return operators.find("name", name).firstResultOptional().orElseGet(() -> {
            Operator operator = new Operator();
            operator.id = "op-" + Integer.toHexString(name.hashCode());
            operator.identity = "test|" + name;
            operator.name = name;
            operator.cite(sources.findAll().firstResult().id, "");
            operators.persist(operator);
            return operator;
        });
    }
}
