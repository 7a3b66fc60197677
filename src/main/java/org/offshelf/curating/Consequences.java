package org.offshelf.curating;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.Apps;
import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.finding.Measure;
import org.offshelf.importing.Standings;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.notice.Notice;
import org.offshelf.notice.Notices;
import org.offshelf.writing.Body;

/** What follows for other records, and for other fields, when a field is corrected. */
@ApplicationScoped
class Consequences {

    private final Notices notices;
    private final Findings findings;
    private final Apps apps;
    private final Classification classification;
    private final Orders orders;
    private final Standings standings;

    Consequences(Notices notices, Findings findings, Apps apps, Classification classification, Orders orders,
            Standings standings) {
        this.notices = notices;
        this.findings = findings;
        this.apps = apps;
        this.classification = classification;
        this.orders = orders;
        this.standings = standings;
    }

    /**
     * Keeps what the record is before the correction.
     *
     * @return to be run after it
     */
    Runnable of(RegistryRecord written, Body body) {
        if (written instanceof Notice notice) {
            String followed = notice.follows;
            return () -> corrected(notice, followed);
        }
        if (written instanceof Finding finding) {
            String app = finding.app;
            return () -> corrected(finding, app, body);
        }
        if (written instanceof App app) {
            String operator = app.operator;
            return () -> moved(app, operator);
        }
        return () -> {
        };
    }

    /** Its findings carry its days, and where the wording of a row is not known, its categories. */
    private void corrected(Notice notice, String followed) {
        List<Finding> rows = findings.list("notice", notice.id);
        for (Finding finding : rows) {
            date(finding, notice);
            boolean isStated = finding.categoryBasis == CategoryBasis.NOTICE
                    || finding.categoryBasis == null && finding.problem == null;
            if (isStated) {
                classification.classify(finding);
            }
        }
        Set<String> touched = orders.settle(notice.id, rows.stream().map(row -> row.app).collect(Collectors.toSet()));
        if (followed != null && !followed.equals(notice.follows)) {
            findings.list("notice", followed).forEach(row -> touched.add(row.app));
        }
        standings.derive(touched);
    }

    /** Sets only what differs: a record that is left as it is takes no line in the ledger. */
    private static void date(Finding finding, Notice notice) {
        LocalDate deadline = finding.measure == Measure.RECTIFY ? notice.deadline : null;
        if (!Objects.equals(finding.published, notice.published)) {
            finding.published = notice.published;
        }
        if (!Objects.equals(finding.deadline, deadline)) {
            finding.deadline = deadline;
        }
    }

    private void corrected(Finding finding, String formerApp, Body body) {
        date(finding, notices.findById(finding.notice));
        if (body.has("category") && !body.isEmpty("category")) {
            finding.categoryBasis = CategoryBasis.CURATOR;
        } else if (body.has("category") || body.has("problem") && finding.categoryBasis != CategoryBasis.CURATOR) {
            classification.classify(finding);
        }
        if (body.has("storeName") && !body.has("store")) {
            finding.store = classification.spellings().find(finding.storeName).orElse(null);
        }
        if (!finding.app.equals(formerApp) && !body.has("operator")) {
            finding.operator = operator(finding, apps.findById(finding.app));
        }
        finding.settle();
        standings.derive(orders.settle(finding.notice, new TreeSet<>(List.of(formerApp, finding.app))));
    }

    /** A developer that is printed stays who it was taken for; where none is, it is the app's. */
    static String operator(Finding finding, App app) {
        return finding.developer == null || finding.operator == null ? app.operator : finding.operator;
    }

    private void moved(App app, String formerOperator) {
        if (!Objects.equals(app.operator, formerOperator)) {
            findings.list("app = ?1 and developer is null", app.id).stream()
                    .filter(finding -> Objects.equals(finding.operator, formerOperator))
                    .forEach(finding -> finding.operator = app.operator);
        }
    }
}
