package org.offshelf.curating;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.category.Categories;
import org.offshelf.category.Category;
import org.offshelf.coverage.Survey;
import org.offshelf.coverage.SurveyExtent;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.finding.Measure;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.notice.Notice;
import org.offshelf.notice.Notices;
import org.offshelf.penalty.Penalty;
import org.offshelf.penalty.PenaltyKind;
import org.offshelf.penalty.Statement;
import org.offshelf.regulator.Regulator;
import org.offshelf.regulator.Regulators;
import org.offshelf.source.Source;
import org.offshelf.writing.Body;

/** What must hold within a record, however it came about: readable values that cannot be so together are refused. */
@ApplicationScoped
class Rules {

    private final Readings readings;
    private final Notices notices;
    private final Findings findings;
    private final Categories categories;
    private final Regulators regulators;

    Rules(Readings readings, Notices notices, Findings findings, Categories categories, Regulators regulators) {
        this.readings = readings;
        this.notices = notices;
        this.findings = findings;
        this.categories = categories;
        this.regulators = regulators;
    }

    /** Says of the record, as the body has made it, what cannot be so. */
    void check(RegistryRecord written, Body body) {
        if (written instanceof Notice notice) {
            check(notice, body);
        } else if (written instanceof Finding finding) {
            if (finding.measure == Measure.REMOVE && finding.published == null) {
                body.invalid("measure", "An order needs a day: correct `published` of its notice first.");
            }
        } else if (written instanceof Category category) {
            check(category, body);
        } else if (written instanceof Regulator regulator) {
            requireNoCircle(regulator.id, regulator.parent, id -> regulators.findById(id).parent, "parent", body);
        } else if (written instanceof Penalty penalty) {
            check(penalty, body);
        } else if (written instanceof Statement statement) {
            requirePast("made", statement.made, body);
        } else if (written instanceof Survey survey) {
            check(survey, body);
        } else if (written instanceof Source source) {
            requirePast("published", source.published, body);
            requirePast("retrieved", source.retrieved, body);
        }
    }

    private void check(Notice notice, Body body) {
        requirePast("published", notice.published, body);
        requireOrder("deadline", notice.published, notice.deadline, "A deadline is not before the publication.", body);
        requireNoCircle(notice.id, notice.follows, id -> notices.findById(id).follows, "follows", body);
        if (notice.published == null && findings.count("notice = ?1 and measure = ?2", notice.id, Measure.REMOVE) > 0) {
            body.invalid("published", "It has apps taken off the stores; what happens in a store happens on a day.");
        }
    }

    private void check(Category category, Body body) {
        if (category.group == null) {
            return;
        }
        if (category.group.equals(category.id) || categories.findById(category.group).group != null) {
            body.invalid("group", "The taxonomy has two levels: the group of a category belongs to no group itself.");
        } else if (categories.count("group", category.id) > 0) {
            body.invalid("group", "Other categories belong to this one, so it is a group.");
        }
    }

    private void check(Penalty penalty, Body body) {
        requirePast("decided", penalty.decided, body);
        requirePast("announced", penalty.announced, body);
        requirePast("periodTo", penalty.periodTo, body);
        requireOrder("announced", penalty.decided, penalty.announced, "It is announced on the day of the decision or later.",
                body);
        requireOrder("periodTo", penalty.periodFrom, penalty.periodTo, "The period ends before it begins.", body);
        requireBoth("currency", penalty.amount, penalty.currency, body);
        requireBoth("reportedCurrency", penalty.reportedAmount, penalty.reportedCurrency, body);
        if (penalty.decided == null && penalty.announced == null && penalty.periodTo == null) {
            body.invalid("announced", "Say when it was decided or announced, or over which period it is a total.");
        }
        if (penalty.kind != PenaltyKind.STATED_TOTAL && penalty.penaltyCount != null) {
            body.invalid("penaltyCount", "Only a stated total counts penalties.");
        }
    }

    private void check(Survey survey, Body body) {
        requirePast("checked", survey.checked, body);
        requireOrder("periodTo", survey.periodFrom, survey.periodTo, "The period ends before it begins.", body);
        requireOrder("checked", survey.periodTo, survey.checked, "Only what was over could be looked through: end the period on"
                + " that day, or before.", body);
        if (survey.periodFrom.getYear() != survey.periodTo.getYear()) {
            body.invalid("periodTo", "Coverage is told by year: record a survey for each.");
        }
        if (survey.knownNotices == null && survey.extent == SurveyExtent.WHOLE) {
            body.invalid("knownNotices", "Who has looked through all of it can say how many there are.");
        }
    }

    void requirePast(String member, LocalDate day, Body body) {
        if (day != null && day.isAfter(readings.today())) {
            body.invalid(member, "This day has not come yet; today, in Shanghai, is " + readings.today() + ".");
        }
    }

    private static void requireOrder(String member, LocalDate first, LocalDate then, String sentence, Body body) {
        if (first != null && then != null && then.isBefore(first)) {
            body.invalid(member, sentence);
        }
    }

    private static void requireBoth(String currencyMember, Object amount, String currency, Body body) {
        if ((amount == null) != (currency == null)) {
            body.invalid(currencyMember, "An amount has a currency, and a currency an amount.");
        }
    }

    /** Follows the line from the record, which would never end if it came back to it. */
    private static void requireNoCircle(String id, String next, UnaryOperator<String> following, String member, Body body) {
        Set<String> passed = new HashSet<>(Set.of(id));
        for (String at = next; at != null; at = following.apply(at)) {
            if (!passed.add(at)) {
                body.invalid(member, "This leads back to `" + id + "`.");
                return;
            }
        }
    }
}
