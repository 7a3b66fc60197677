package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.Operator;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.finding.Measure;
import org.offshelf.importing.Standings;
import org.offshelf.importing.StoreSpellings;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Standing;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.Notices;
import org.offshelf.penalty.Penalties;
import org.offshelf.penalty.Penalty;
import org.offshelf.penalty.PenaltyKind;
import org.offshelf.penalty.Statement;
import org.offshelf.penalty.Statements;
import org.offshelf.source.Source;
import org.offshelf.source.Sources;
import org.offshelf.store.Store;
import org.offshelf.store.StoreKind;
import org.offshelf.store.Stores;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.restassured.response.Response;

/** Writes what a registry may go through, at random: each step is one revision or, where it cannot be, none. */
@ApplicationScoped
class RandomHistory {

    static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    static final int DAYS = 60;

    private final TestRecords records;
    private final Findings findings;
    private final Sources sources;
    private final Stores stores;
    private final Notices noticeRecords;
    private final Penalties penalties;
    private final Statements statements;
    private final Orders orders;
    private final Standings standings;

    private final List<String> notices = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> apps = new ArrayList<>();
    private final List<String> operators = new ArrayList<>();
    private final List<String> shelves = new ArrayList<>();
    private final List<String> fines = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private String regulator;
    private Random random;

    RandomHistory(TestRecords records, Findings findings, Sources sources, Stores stores, Notices noticeRecords,
            Penalties penalties,
            Statements statements, Orders orders, Standings standings) {
        this.records = records;
        this.findings = findings;
        this.sources = sources;
        this.stores = stores;
        this.noticeRecords = noticeRecords;
        this.penalties = penalties;
        this.statements = statements;
        this.orders = orders;
        this.standings = standings;
    }

    void begin(Random seeded) {
        random = seeded;
        records.run(() -> {
            regulator = records.regulator().id;
            for (String id : List.of(StoreSpellings.ALL, "store-one", "store-two")) {
                Store store = new Store();
                store.id = id;
                store.nameZh = id;
                store.kind = StoreKind.APP_STORE;
                store.cite(document(), "");
                stores.persist(store);
                shelves.add(id);
            }
            for (int i = 0; i < 6; i++) {
                Operator operator = records.operator();
                operators.add(operator.id);
            }
        });
        notice(false);
        penalty();
    }

    void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> notice(false);
            case 3, 4 -> notice(true);
            case 5, 6, 7 -> post("/v1/findings/" + any(rows) + "/events", "{'kind':'" + either("rectified", "not-rectified")
                    + "','date':'" + day() + "','source':'" + any(documents) + "'}");
            case 8, 9, 10 -> post("/v1/apps/" + any(apps) + "/listings/" + any(shelves) + "/events", "{'kind':'"
                    + either("removed", "restored") + "','date':'" + day() + "','source':'" + any(documents) + "'}");
            case 11 -> post("/v1/" + anything() + "/retraction", "{'reason':'Misread.'}");
            case 12 -> post("/v1/" + anything() + "/restoration", "{'reason':'Read well.'}");
            case 13 ->
                patch("/v1/notices/" + any(notices), "{'published':'" + day() + "','deadline':null,'reason':'Misread.'}");
            case 14 -> patch("/v1/findings/" + any(rows), "{'app':'" + any(apps) + "','reason':'Another one.'}");
            case 15 -> post("/v1/apps/" + any(apps) + "/merge", "{'into':'" + any(apps) + "','reason':'The same.'}");
            case 16 -> post("/v1/apps/" + any(apps) + "/unmerge", "{'reason':'Two after all.'}");
            case 17 -> penalty();
            case 18 -> statement();
            default -> patch("/v1/apps/" + any(apps), "{'operator':'" + any(operators) + "','reason':'Looked up.'}");
        }
    }

    private void notice(boolean isOrder) {
        records.run(() -> {
            boolean isUndated = !isOrder && random.nextInt(12) == 0;
            Notice notice = records.notice(regulator, isUndated ? null : day());
            notice.citation.forEach(cited -> date(sources.findById(cited.source())));
            notice.kind = isOrder ? NoticeKind.REMOVAL_ORDER : NoticeKind.VIOLATION_NOTICE;
            notice.deadline = isOrder || isUndated || random.nextBoolean() ? null
                    : notice.published.plusDays(random.nextInt(15));
            notice.follows = isOrder ? current(notices, noticeRecords) : null;
            List<Finding> followed = notice.follows != null ? findings.list("notice", notice.follows) : List.of();
            Set<String> named = new LinkedHashSet<>();
            for (int i = 1; i <= 1 + random.nextInt(3); i++) {
                App app = followed.isEmpty() || random.nextInt(4) == 0 ? app()
                        : records.app(followed.get(random.nextInt(followed.size())).app);
                if (app.standing != Standing.CURRENT) {
                    continue;
                }
                Finding finding = records.finding(notice, i, app);
                finding.measure = isOrder ? Measure.REMOVE : Measure.RECTIFY;
                finding.store = random.nextBoolean() ? null : any(shelves);
                finding.settle();
                named.add(app.id);
                rows.add(finding.id);
            }
            notices.add(notice.id);
            standings.derive(orders.settle(notice.id, named));
        });
    }

    /** A known one, or a new one. */
    private App app() {
        if (apps.isEmpty() || random.nextInt(3) == 0) {
            App app = records.app();
            app.operator = random.nextBoolean() ? null : any(operators);
            apps.add(app.id);
            return app;
        }
        return records.app(any(apps));
    }

    private void penalty() {
        records.run(() -> {
            Penalty penalty = new Penalty();
            penalty.id = TestRecords.fresh("pen");
            penalty.regulator = regulator;
            penalty.operator = any(operators);
            penalty.kind = random.nextBoolean() ? PenaltyKind.FINE : PenaltyKind.OTHER;
            penalty.decided = random.nextInt(3) == 0 ? null : day();
            penalty.announced = penalty.decided == null ? day() : penalty.decided.plusDays(random.nextInt(10));
            penalty.notice = random.nextBoolean() ? null : current(notices, noticeRecords);
            current().forEach(penalty.app::add);
            penalty.cite(document(), "");
            penalties.persist(penalty);
            fines.add(penalty.id);
        });
    }

    private void statement() {
        records.run(() -> {
            Statement statement = new Statement();
            statement.id = TestRecords.fresh("stm");
            statement.operator = any(operators);
            statement.made = day();
            statement.penalty = random.nextBoolean() ? null : current(fines, penalties);
            statement.notice = random.nextBoolean() ? null : current(notices, noticeRecords);
            statement.app = current().stream().findFirst().orElse(null);
            statement.summary = "Answered.";
            statement.cite(document(), "");
            statements.persist(statement);
            answers.add(statement.id);
        });
    }

    /** One or none. What is retired cannot be referred to: the registry refuses that, whichever of the two comes first. */
    private String current(List<String> ids, PanacheRepositoryBase<? extends RegistryRecord, String> records) {
        String id = any(ids);
        return records.findById(id).standing == Standing.CURRENT ? id : null;
    }

    /** One app or none, that speaks for itself. */
    private List<String> current() {
        App app = records.app(any(apps));
        return random.nextBoolean() && app.standing == Standing.CURRENT ? List.of(app.id) : List.of();
    }

    private String document() {
        Source source = records.source();
        date(source);
        documents.add(source.id);
        return source.id;
    }

    private void date(Source source) {
        source.published = random.nextInt(3) == 0 ? null : day();
        source.retrieved = random.nextInt(3) == 0 ? null : FIRST.plusDays(DAYS);
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private String anything() {
        return switch (random.nextInt(5)) {
            case 0 -> "notices/" + any(notices);
            case 1 -> "penalties/" + any(fines);
            case 2 -> "statements/" + (answers.isEmpty() ? "none" : any(answers));
            default -> "findings/" + any(rows);
        };
    }

    private String either(String one, String other) {
        return random.nextBoolean() ? one : other;
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    /** What cannot be is refused, and then nothing has happened. */
    private static void post(String path, String body) {
        requireDoneOrRefused(path, Curator.post(path, Curator.ANY, body));
    }

    private static void patch(String path, String body) {
        requireDoneOrRefused(path, Curator.patch(path, Curator.ANY, body));
    }

    private static void requireDoneOrRefused(String path, Response response) {
        assertThat(response.statusCode()).as(path + " " + response.asString()).isIn(200, 201, 308, 404, 409, 410, 422, 400);
    }
}
