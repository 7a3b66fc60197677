package org.offshelf;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.Apps;
import org.offshelf.app.Operator;
import org.offshelf.app.Operators;
import org.offshelf.category.Categories;
import org.offshelf.category.Category;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingStatus;
import org.offshelf.finding.Findings;
import org.offshelf.finding.Measure;
import org.offshelf.finding.ReadingMethod;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Committed;
import org.offshelf.ledger.Revisions;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.Notices;
import org.offshelf.notice.PublishedBasis;
import org.offshelf.regulator.Regulator;
import org.offshelf.regulator.RegulatorLevel;
import org.offshelf.regulator.Regulators;
import org.offshelf.source.Source;
import org.offshelf.source.SourceKind;
import org.offshelf.source.Sources;

/** Makes records with ids nobody else has, whole enough to be written. */
@ApplicationScoped
public class TestRecords {

    public static final Author AUTHOR = new Author("test", Author.SYSTEM, Cause.OBSERVATION, "Looked.");

    private final Revisions revisions;
    private final Sources sources;
    private final Regulators regulators;
    private final Categories categories;
    private final Notices notices;
    private final Apps apps;
    private final Operators operators;
    private final Findings findings;

    TestRecords(Revisions revisions, Sources sources, Regulators regulators, Categories categories, Notices notices, Apps apps,
            Operators operators, Findings findings) {
        this.revisions = revisions;
        this.sources = sources;
        this.regulators = regulators;
        this.categories = categories;
        this.notices = notices;
        this.apps = apps;
        this.operators = operators;
        this.findings = findings;
    }

    public static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 12);
    }

    public <T> Committed<T> write(Supplier<T> work) {
        return revisions.write(AUTHOR, work);
    }

    /** @return the revision after it */
    public long run(Runnable work) {
        return write(() -> {
            work.run();
            return null;
        }).revision();
    }

    // What follows is for use within a write.

    public Source source() {
        Source source = new Source();
        source.id = fresh("src");
        source.kind = SourceKind.PRESS;
        source.title = "测试 " + source.id;
        sources.persist(source);
        return source;
    }

    public Regulator regulator() {
        Regulator regulator = new Regulator();
        regulator.id = fresh("regulator");
        regulator.nameZh = "测试局";
        regulator.level = RegulatorLevel.COUNTY;
        regulator.jurisdiction = "CN-XX";
        regulator.cite(source().id, "");
        regulators.persist(regulator);
        return regulator;
    }

    /** @param group null for a group */
    public Category category(String group) {
        Category category = new Category();
        category.id = fresh("category");
        category.group = group;
        category.labelZh = "类 " + category.id;
        category.labelEn = "Category " + category.id;
        category.cite(source().id, "");
        categories.persist(category);
        return category;
    }

    public Operator operator() {
        Operator operator = new Operator();
        operator.id = fresh("op");
        operator.name = "测试公司 " + operator.id;
        operator.identity = operator.id;
        operator.cite(source().id, "");
        operators.persist(operator);
        return operator;
    }

    public App app() {
        App app = new App();
        app.id = fresh("app");
        app.name = "测试 " + app.id;
        app.kind = AppKind.APP;
        app.identity = app.id;
        app.cite(source().id, "");
        apps.persist(app);
        return app;
    }

    public App app(String id) {
        return apps.findById(id);
    }

    public Notice notice(String regulator, LocalDate published) {
        Notice notice = new Notice();
        notice.id = fresh("notice");
        notice.regulator.add(regulator);
        notice.kind = NoticeKind.VIOLATION_NOTICE;
        notice.title = "测试通报 " + notice.id;
        notice.published = published;
        notice.publishedBasis = PublishedBasis.PRESS;
        notice.cite(source().id, "");
        notices.persist(notice);
        return notice;
    }

    public Finding finding(Notice notice, int sequence, App app) {
        Finding finding = new Finding();
        finding.id = notice.id + "-" + sequence;
        finding.notice = notice.id;
        finding.sequence = sequence;
        finding.published = notice.published;
        finding.deadline = notice.deadline;
        finding.appName = app.name;
        finding.app = app.id;
        finding.operator = app.operator;
        finding.measure = Measure.RECTIFY;
        finding.reading = ReadingMethod.PRESS;
        finding.status = FindingStatus.NAMED;
        finding.citation.addAll(notice.citation);
        findings.persist(finding);
        return finding;
    }
}
