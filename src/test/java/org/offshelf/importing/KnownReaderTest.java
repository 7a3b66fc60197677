package org.offshelf.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.Apps;
import org.offshelf.app.Identifier;
import org.offshelf.app.Operator;
import org.offshelf.app.Operators;
import org.offshelf.curating.Curator;
import org.offshelf.finding.Measure;
import org.offshelf.finding.ReadingMethod;
import org.offshelf.ledger.Citation;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.Standing;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.PublishedBasis;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

/** Who knows only those that may be meant recognises what who knows all does, and proposes the same. */
@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class KnownReaderTest {

    private static final String REASON = "'reason':'Seen.'";

    @Inject
    KnownReader reader;

    @Inject
    Session session;

    @Inject
    Readings readings;

    @Inject
    TestRecords records;

    @Inject
    Apps apps;

    @Inject
    Operators operators;

    /** Other tests write into this registry, too: no name of theirs is like these. */
    private String own;

    @BeforeEach
    void name() {
        own = TestRecords.fresh("").substring(1).replaceAll("[^0-9a-f]", "");
    }

    @Test
    void whoeverTheRegistryHolds() {
        List<RowFacts> rows = new ArrayList<>();
        List<Object[]> held = readings.current(reading -> session.createNativeQuery("select a.name, o.name from app a"
                + " left join operator o on o.id = a.operator_id where a.kind = 'app' order by a.id", Object[].class)
                .getResultList());
        for (Object[] app : held) {
            String name = (String) app[0];
            String operator = (String) app[1];
            rows.add(row(name, operator, null));
            rows.add(row(name, null, null));
            rows.add(row(name + "极速版", operator, null));
            rows.add(row(name.replace("极速版", ""), "第" + own + "号网络科技有限公司", null));
            rows.add(row("（" + name.toUpperCase() + "）", operator == null ? null : operator.replace("有限公司", ""), null));
        }
        assertThat(rows).hasSizeGreaterThan(1000);
        assertThat(asksTheSame(rows)).extracting(PlannedRow::outcome).contains(RowOutcome.MATCHED, RowOutcome.NEW,
                RowOutcome.AMBIGUOUS);
    }

    @Test
    void byAnotherNameFilingNumberOrEdition() {
        Operator operator = operator("杭州" + own + "信息技术有限公司", of -> of.aliases = List.of("宁波" + own + "网络有限公司"));
        app("甲" + own, operator, of -> {
            of.aliases = List.of("乙" + own + "极速版");
            of.identifier.add(new Identifier("icp", "浙ICP备" + own.length() + "2345678号-1A"));
        });
        List<PlannedRow> plan = asksTheSame(
                List.of(row("乙" + own, operator.name, null), row("乙 " + own + "极速版", operator.name, null),
                        row("丙" + own, null, "ICP备" + own.length() + "2345678号-1A"),
                        row("甲" + own + "关怀版", "南京" + own + "信息技术有限公司", null), row("甲" + own.charAt(0), operator.name, null)));
        assertThat(plan.get(0).recognisedApp().candidates()).extracting(Candidate::name).contains("甲" + own);
        assertThat(plan.get(1).outcome()).isEqualTo(RowOutcome.MATCHED);
        assertThat(plan.get(3).recognisedOperator().candidates()).extracting(Candidate::id).contains(operator.id);
    }

    @Test
    void whatWasMergedRetractedOrRenamed() {
        Operator first = operator("甲" + own + "有限公司", of -> {
        });
        Operator second = operator("乙" + own + "有限公司", of -> {
        });
        App one = app("丙" + own, first, of -> {
        });
        App two = app("丁" + own, second, of -> {
        });
        App gone = app("戊" + own, first, of -> of.standing = Standing.RETRACTED);
        App renamed = app("己" + own, null, of -> {
        });
        Curator.ok(Curator.post("/v1/operators/" + first.id + "/merge", Curator.ANY,
                "{'into':'" + second.id + "'," + REASON + "}"));
        Curator.ok(Curator.post("/v1/apps/" + one.id + "/merge", Curator.ANY, "{'into':'" + two.id + "'," + REASON + "}"));
        records.run(() -> records.app(renamed.id).name = "庚" + own);
        List<PlannedRow> plan = asksTheSame(List.of(row(one.name, first.name, null), row(one.name, second.name, null),
                row(one.name, null, null), row(gone.name, first.name, null), row("己" + own, null, null),
                row("庚" + own, null, null)));
        assertThat(plan.get(0).app()).isEqualTo(two.id);
        assertThat(plan.get(0).operator()).isEqualTo(second.id);
        assertThat(plan.get(3).app()).isNotEqualTo(gone.id);
        assertThat(plan.get(4).app()).isEqualTo(renamed.id);
    }

    @Test
    void idsThatOthersHaveAreNotGivenAgain() {
        String name = "甲" + own;
        String wanted = Ids.derive("app", "app|" + name + '|');
        String company = "乙" + own + "有限公司";
        String wantedToo = Ids.derive("op", company);
        records.run(() -> {
            String source = records.source().id;
            App app = new App();
            app.id = wanted;
            app.identity = wanted;
            app.name = "别的";
            app.kind = AppKind.APP;
            app.cite(source, "");
            apps.persist(app);
            Operator operator = new Operator();
            operator.id = wantedToo;
            operator.identity = wantedToo;
            operator.name = "别的";
            operator.cite(source, "");
            operators.persist(operator);
        });
        List<PlannedRow> plan = asksTheSame(List.of(row(name, null, null), row("丙" + own, company, null)));
        assertThat(plan.get(0).app()).startsWith("app-").isNotEqualTo(wanted);
        assertThat(plan.get(1).operator()).startsWith("op-").isNotEqualTo(wantedToo);
    }

    @Test
    void ofManyWhoMayBeMeantTheSameAreCompared() {
        Operator many = operator("甲" + own + "有限公司", of -> {
        });
        for (int i = 0; i < 35; i++) {
            Operator one = operator("乙" + own + i + "有限公司", of -> of.aliases = List.of("丙" + own));
            app("丁" + own, one, of -> {
            });
            app("丁" + own + "之" + i, many, of -> {
            });
        }
        List<PlannedRow> plan = asksTheSame(List.of(row("丁" + own, null, null), row("丁" + own, "丙" + own, null),
                row("丁" + own, many.name, null), row("丁" + own + "版", "戊" + own + "有限公司", null)));
        assertThat(plan.subList(0, 3)).extracting(PlannedRow::outcome).containsOnly(RowOutcome.AMBIGUOUS);
    }

    @Test
    void whatWasDecided() {
        Operator operator = operator("甲" + own + "有限公司", of -> {
        });
        App app = app("乙" + own, operator, of -> {
        });
        RowDecision anew = new RowDecision(RowDecision.NEW, RowDecision.NEW, null, Set.of(), false, null);
        RowDecision known = new RowDecision(app.id, operator.id, null, Set.of(), false, null);
        List<PlannedRow> plan = asksTheSame(
                List.of(row(app.name, operator.name, null, anew), row(app.name, operator.name, null, anew),
                        row("丙" + own, "丁" + own, null, known)));
        assertThat(plan.get(0).app()).isNotEqualTo(app.id).isEqualTo(plan.get(1).app());
        assertThat(plan.get(0).operator()).isNotEqualTo(operator.id);
        assertThat(plan.get(2).app()).isEqualTo(app.id);
    }

    @ParameterizedTest
    @ValueSource(strings = { "？？", "a", "版", "%", "_|_", "app", "极速版", "🎵" })
    void namesThatAreHardlyAny(String name) {
        app(name, null, of -> of.name = name);
        app("己" + own, null, of -> of.aliases = List.of(name));
        asksTheSame(List.of(row(name, null, null), row(name, name, name), row(name + "极速版", name + "有限公司", null)));
    }

    /** @return the plan both make of it */
    private List<PlannedRow> asksTheSame(List<RowFacts> rows) {
        return readings.current(reading -> {
            List<PlannedRow> some = plan(reader.read(Named.in(rows, Held.nothing())), rows);
            assertThat(some).containsExactlyElementsOf(plan(reader.read(), rows));
            return some;
        });
    }

    private static List<PlannedRow> plan(Known known, List<RowFacts> rows) {
        NoticeFacts notice = new NoticeFacts("notice", Set.of(), NoticeKind.VIOLATION_NOTICE, "通报", null, null, null,
                LocalDate.of(2021, 11, 3), PublishedBasis.OFFICIAL, null, null, List.of(), null, List.of(), Set.of(), null,
                List.of());
        return new Planner(known, notice, Held.nothing(), Map.of(), true, true).plan(rows, done -> {
        }).rows();
    }

    private static RowFacts row(String app, String developer, String filingNumber) {
        return row(app, developer, filingNumber, RowDecision.NONE);
    }

    private static RowFacts row(String app, String developer, String filingNumber, RowDecision decision) {
        return new RowFacts(null, app, AppKind.APP, developer, null, null, null, filingNumber, null, Measure.RECTIFY,
                ReadingMethod.PARSED, null, "", List.of(new Citation("source", "")), decision);
    }

    private Operator operator(String name, Consumer<Operator> detail) {
        return records.write(() -> {
            Operator operator = records.operator();
            operator.name = name;
            operator.identity = Names.normalise(name);
            detail.accept(operator);
            return operator;
        }).result();
    }

    private App app(String name, Operator operator, Consumer<App> detail) {
        return records.write(() -> {
            App app = records.app();
            app.name = name;
            app.identity = "app|" + Names.normalise(name) + '|'
                    + (operator == null ? TestRecords.fresh("") : operator.identity);
            app.operator = operator == null ? null : operator.id;
            detail.accept(app);
            return app;
        }).result();
    }
}
