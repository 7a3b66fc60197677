package org.offshelf.curating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.Operator;
import org.offshelf.category.Category;
import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Measure;
import org.offshelf.importing.Standings;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;

/** Small cases: a notice of 3 November 2021 that names apps, due on the 9th, and what a test adds to it. */
@ApplicationScoped
public class Cases {

    static final LocalDate PUBLISHED = LocalDate.of(2021, 11, 3);
    static final LocalDate DEADLINE = LocalDate.of(2021, 11, 9);

    private final TestRecords records;
    private final Orders orders;
    private final Standings standings;

    Cases(TestRecords records, Orders orders, Standings standings) {
        this.records = records;
        this.orders = orders;
        this.standings = standings;
    }

    /** What a case consists of, by id. */
    public record Case(String notice, List<String> findings, List<String> apps, String source) {

        public String finding() {
            return "/v1/findings/" + findings.get(0);
        }

        public String app() {
            return "/v1/apps/" + apps.get(0);
        }

        public String noticePath() {
            return "/v1/notices/" + notice;
        }
    }

    public Case named(int apps) {
        return named(apps, finding -> {
        });
    }

    public Case named(int apps, Consumer<Finding> detail) {
        return records.write(() -> {
            List<App> all = IntStream.range(0, apps).mapToObj(i -> records.app()).toList();
            Notice notice = records.notice("miit", PUBLISHED);
            notice.deadline = DEADLINE;
            return write(notice, all, detail);
        }).result();
    }

    /** An order of 9 December 2021 that names the same apps again, for all stores. */
    public Case ordered(Case earlier) {
        return records.write(() -> {
            List<App> all = earlier.apps().stream().map(records::app).toList();
            Notice notice = records.notice("miit", LocalDate.of(2021, 12, 9));
            notice.kind = NoticeKind.REMOVAL_ORDER;
            notice.follows = earlier.notice();
            return write(notice, all, finding -> finding.measure = Measure.REMOVE);
        }).result();
    }

    private Case write(Notice notice, List<App> apps, Consumer<Finding> detail) {
        List<Finding> findings = new ArrayList<>();
        for (App app : apps) {
            Finding finding = records.finding(notice, findings.size() + 1, app);
            detail.accept(finding);
            finding.settle();
            findings.add(finding);
        }
        List<String> ids = apps.stream().map(app -> app.id).toList();
        standings.derive(orders.settle(notice.id, ids));
        return new Case(notice.id, findings.stream().map(finding -> finding.id).toList(), ids,
                notice.citation.iterator().next().source());
    }

    public String app() {
        return records.write(() -> records.app().id).result();
    }

    public Operator operator() {
        return records.write(records::operator).result();
    }

    /** A leaf with a phrase of its own. */
    public Category category(String phrase) {
        return records.write(() -> {
            Category category = records.category("disclosure");
            category.phrases = List.of(phrase);
            return category;
        }).result();
    }

    /** Makes a finding say that its categories follow from this wording. */
    public static Consumer<Finding> problem(String text, String category) {
        return finding -> {
            finding.problem = text;
            finding.categoryBasis = CategoryBasis.PROBLEM;
            finding.category.add(category);
        };
    }
}
