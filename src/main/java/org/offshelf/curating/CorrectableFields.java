package org.offshelf.curating;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.Identifier;
import org.offshelf.app.Operator;
import org.offshelf.category.Category;
import org.offshelf.coverage.Survey;
import org.offshelf.coverage.SurveyExtent;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Measure;
import org.offshelf.finding.ReadingMethod;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.notice.DeclaredPart;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.PublishedBasis;
import org.offshelf.penalty.Penalty;
import org.offshelf.penalty.PenaltyKind;
import org.offshelf.penalty.Statement;
import org.offshelf.regulator.Regulator;
import org.offshelf.regulator.RegulatorLevel;
import org.offshelf.source.Source;
import org.offshelf.source.SourceKind;
import org.offshelf.store.Store;
import org.offshelf.store.StoreKind;

/**
 * What can be corrected. Ids, positions, what is copied from another record and what follows from facts is not among it:
 * whoever finds a status wrong corrects the facts.
 */
public final class CorrectableFields {

    static final Correctable<Notice> NOTICE = Correctable.of(Kind.NOTICE)
            .references("regulator", n -> n.regulator).code("kind", NoticeKind.class, (n, v) -> n.kind = v)
            .text("title", 500, (n, v) -> n.title = v).integer("batchYear", (n, v) -> n.batchYear = v)
            .integer("batchNumber", (n, v) -> n.batchNumber = v).integer("overallNumber", (n, v) -> n.overallNumber = v)
            .date("published", (n, v) -> n.published = v)
            .code("publishedBasis", PublishedBasis.class, (n, v) -> n.publishedBasis = v)
            .date("deadline", (n, v) -> n.deadline = v).integer("declaredCount", (n, v) -> n.declaredCount = v)
            .objects("declaredParts", Map.of("by", 200, "note", 500), (n, v) -> n.declaredParts = v.stream()
                    .map(part -> new DeclaredPart(part.text("by"), part.integer("count"), part.text("note"))).toList())
            .reference("follows", (n, v) -> n.follows = v).texts("legalBasis", 500, (n, v) -> n.legalBasis = v)
            .references("category", n -> n.category).text("summary", 2_000, (n, v) -> n.summary = v);

    static final Correctable<Finding> FINDING = Correctable.of(Kind.FINDING)
            .integer("printedRow", (f, v) -> f.printedRow = v).text("annex", 300, (f, v) -> f.annex = v)
            .text("appName", 300, (f, v) -> f.appName = v).text("developer", 300, (f, v) -> f.developer = v)
            .text("version", 300, (f, v) -> f.version = v).text("storeName", 200, (f, v) -> f.storeName = v)
            .text("problem", 4_000, (f, v) -> f.problem = v).text("filingNumber", 100, (f, v) -> f.filingNumber = v)
            .code("measure", Measure.class, (f, v) -> f.measure = v)
            .code("reading", ReadingMethod.class, (f, v) -> f.reading = v).reference("app", (f, v) -> f.app = v)
            .reference("operator", (f, v) -> f.operator = v).reference("store", (f, v) -> f.store = v)
            .references("category", f -> f.category);

    static final Correctable<App> APP = Correctable.of(Kind.APP)
            .text("name", 200, (a, v) -> a.name = v).code("kind", AppKind.class, (a, v) -> a.kind = v)
            .texts("aliases", 200, (a, v) -> a.aliases = v)
            .objects("identifiers", Map.of("scheme", 20, "value", 200), (a, v) -> Correctable.replace(a.identifier,
                    v.stream().map(each -> new Identifier(each.text("scheme"), each.text("value"))).toList()))
            .reference("operator", (a, v) -> a.operator = v);

    static final Correctable<Operator> OPERATOR = Correctable.of(Kind.OPERATOR)
            .text("name", 200, (o, v) -> o.name = v).text("nameEn", 200, (o, v) -> o.nameEn = v)
            .texts("aliases", 200, (o, v) -> o.aliases = v)
            .text("creditCode", 18, "[0-9A-HJ-NPQRTUWXY]{18}", "18 digits and capital letters.", (o, v) -> o.creditCode = v)
            .text("province", 10, "[A-Z]{2}(-[A-Z0-9]{1,3})?", "ISO 3166-2, as in CN-BJ.", (o, v) -> o.province = v);

    static final Correctable<Regulator> REGULATOR = Correctable.of(Kind.REGULATOR)
            .text("nameZh", 200, (r, v) -> r.nameZh = v).text("nameEn", 200, (r, v) -> r.nameEn = v)
            .text("abbreviation", 40, (r, v) -> r.abbreviation = v)
            .code("level", RegulatorLevel.class, (r, v) -> r.level = v).reference("parent", (r, v) -> r.parent = v)
            .text("jurisdiction", 10, "[A-Z]{2}(-[A-Z0-9]{1,3})?", "ISO 3166-2, as in CN-GD.", (r, v) -> r.jurisdiction = v);

    static final Correctable<Category> CATEGORY = Correctable.of(Kind.CATEGORY)
            .reference("group", (c, v) -> c.group = v).text("labelZh", 200, (c, v) -> c.labelZh = v)
            .text("labelEn", 200, (c, v) -> c.labelEn = v).texts("legalBasis", 500, (c, v) -> c.legalBasis = v);

    static final Correctable<Store> STORE = Correctable.of(Kind.STORE)
            .text("nameZh", 200, (s, v) -> s.nameZh = v).text("nameEn", 200, (s, v) -> s.nameEn = v)
            .code("kind", StoreKind.class, (s, v) -> s.kind = v);

    static final Correctable<Penalty> PENALTY = Correctable.of(Kind.PENALTY)
            .reference("regulator", (p, v) -> p.regulator = v).reference("operator", (p, v) -> p.operator = v)
            .references("app", p -> p.app).code("kind", PenaltyKind.class, (p, v) -> p.kind = v)
            .texts("measures", 500, (p, v) -> p.measures = v).decimal("amount", (p, v) -> p.amount = v)
            .text("currency", 3, "[A-Z]{3}", "ISO 4217, as in CNY.", (p, v) -> p.currency = v)
            .decimal("reportedAmount", (p, v) -> p.reportedAmount = v)
            .text("reportedCurrency", 3, "[A-Z]{3}", "ISO 4217, as in USD.", (p, v) -> p.reportedCurrency = v)
            .date("decided", (p, v) -> p.decided = v).date("announced", (p, v) -> p.announced = v)
            .date("periodFrom", (p, v) -> p.periodFrom = v).date("periodTo", (p, v) -> p.periodTo = v)
            .integer("penaltyCount", (p, v) -> p.penaltyCount = v).texts("legalBasis", 500, (p, v) -> p.legalBasis = v)
            .references("category", p -> p.category).reference("notice", (p, v) -> p.notice = v)
            .text("summary", 2_000, (p, v) -> p.summary = v);

    static final Correctable<Statement> STATEMENT = Correctable.of(Kind.STATEMENT)
            .reference("operator", (s, v) -> s.operator = v).reference("app", (s, v) -> s.app = v)
            .reference("penalty", (s, v) -> s.penalty = v).reference("notice", (s, v) -> s.notice = v)
            .date("made", (s, v) -> s.made = v).text("summary", 2_000, (s, v) -> s.summary = v)
            .texts("points", 1_000, (s, v) -> s.points = v);

    static final Correctable<Survey> SURVEY = Correctable.of(Kind.SURVEY)
            .reference("regulator", (s, v) -> s.regulator = v).date("periodFrom", (s, v) -> s.periodFrom = v)
            .date("periodTo", (s, v) -> s.periodTo = v).code("extent", SurveyExtent.class, (s, v) -> s.extent = v)
            .integer("knownNotices", (s, v) -> s.knownNotices = v).date("checked", (s, v) -> s.checked = v)
            .text("note", 1_000, (s, v) -> s.note = v);

    static final Correctable<Source> SOURCE = Correctable.of(Kind.SOURCE)
            .code("kind", SourceKind.class, (s, v) -> s.kind = v).text("title", 500, (s, v) -> s.title = v)
            .text("publisher", 200, (s, v) -> s.publisher = v)
            .text("url", 1_000, "https?://[^\\s/]+\\.?[^\\s]*", "A web address, http or https.", (s, v) -> s.url = v)
            .date("published", (s, v) -> s.published = v).date("retrieved", (s, v) -> s.retrieved = v)
            .text("sha256", 64, "[0-9a-f]{64}", "64 lower-case hexadecimal digits.", (s, v) -> s.sha256 = v)
            .text("language", 10, "[a-z]{2,3}(-[A-Za-z]+)?", "ISO 639-1, as in zh.", (s, v) -> s.language = v);

    /** By collection. Listings are not among them: they follow from what happened to them. */
    public static final Map<String, Correctable<?>> ALL = byName(Stream.of(NOTICE, FINDING, APP, OPERATOR, REGULATOR, CATEGORY,
            STORE, PENALTY, STATEMENT, SURVEY, SOURCE));

    private CorrectableFields() {
    }

    private static Map<String, Correctable<?>> byName(Stream<Correctable<? extends RegistryRecord>> all) {
        Map<String, Correctable<?>> byName = new LinkedHashMap<>();
        all.forEach(one -> byName.put(one.schema().name(), one));
        return byName;
    }
}
