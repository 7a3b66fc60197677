package org.offshelf.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.offshelf.correction.CorrectionState;

/** Checks that a data set hangs together: everything is named, cited, unique, and refers to what stands before it. */
final class DataSetCheck {

    private final DataSet dataSet;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<String> regulators = new HashSet<>();
    private final Set<String> categories = new HashSet<>();
    private final Set<String> stores = new HashSet<>();
    private final Set<String> notices = new HashSet<>();
    private final Set<String> penalties = new HashSet<>();

    DataSetCheck(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    List<String> faults() {
        for (DataSet.File file : dataSet.files()) {
            Object content = file.content();
            if (content instanceof Entries.Sources entries) {
                each(file, entries.sources(), this::source);
            } else if (content instanceof Entries.Regulators entries) {
                each(file, entries.regulators(), this::regulator);
            } else if (content instanceof Entries.Stores entries) {
                each(file, entries.stores(), this::store);
            } else if (content instanceof Entries.Categories entries) {
                each(file, entries.categories(), this::category);
            } else if (content instanceof Entries.Operators entries) {
                each(file, entries.operators(), (at, e) -> need(at, "nameZh", e.nameZh()));
            } else if (content instanceof Entries.Apps entries) {
                each(file, entries.apps(), (at, e) -> {
                    need(at, "name", e.name());
                    need(at, "kind", e.kind());
                });
            } else if (content instanceof Entries.NoticeEntry notice) {
                notice(file.name(), notice);
            } else if (content instanceof Entries.Penalties entries) {
                each(file, entries.penalties(), this::penalty);
            } else if (content instanceof Entries.Statements entries) {
                each(file, entries.statements(), this::statement);
            } else if (content instanceof Entries.Surveys entries) {
                each(file, entries.surveys(), this::survey);
            } else if (content instanceof Entries.Observations entries) {
                each(file, entries.observations(), this::observation);
            } else if (content instanceof Entries.Corrections entries) {
                each(file, entries.corrections(), this::correction);
            }
        }
        return faults;
    }

    private void source(String at, Entries.SourceEntry e) {
        unique(at, "key", e.key(), sources);
        need(at, "kind", e.kind());
        need(at, "title", e.title());
    }

    private void regulator(String at, Entries.RegulatorEntry e) {
        known(at, "parent", e.parent(), regulators);
        unique(at, "id", e.id(), regulators);
        need(at, "nameZh", e.nameZh());
        need(at, "level", e.level());
        need(at, "jurisdiction", e.jurisdiction());
    }

    private void store(String at, Entries.StoreEntry e) {
        unique(at, "id", e.id(), stores);
        need(at, "nameZh", e.nameZh());
        need(at, "kind", e.kind());
    }

    private void category(String at, Entries.CategoryEntry e) {
        known(at, "parent", e.parent(), categories);
        unique(at, "id", e.id(), categories);
        need(at, "labelZh", e.labelZh());
        need(at, "labelEn", e.labelEn());
    }

    private void notice(String at, Entries.NoticeEntry e) {
        unique(at, "id", e.id(), notices);
        need(at, "kind", e.kind());
        need(at, "title", e.title());
        need(at, "publishedBasis", e.publishedBasis());
        known(at, "follows", e.follows(), notices);
        if (e.regulators() == null || e.regulators().isEmpty()) {
            faults.add(at + ": names no regulator");
        } else {
            e.regulators().forEach(regulator -> known(at, "regulators", regulator, regulators));
        }
        all(at, "categories", e.categories(), categories);
        cited(at, e);
        List<Entries.FindingEntry> rows = Lists.of(e.findings());
        for (int i = 0; i < rows.size(); i++) {
            finding(at + ", finding " + (i + 1), e, rows.get(i));
        }
    }

    private void finding(String at, Entries.NoticeEntry notice, Entries.FindingEntry e) {
        need(at, "app", e.app());
        need(at, "reading", e.reading() == null ? notice.reading() : e.reading());
        all(at, "categories", e.categories(), categories);
        Lists.of(e.cites()).forEach(cite -> known(at, "cites", cite.source(), sources));
    }

    private void penalty(String at, Entries.PenaltyEntry e) {
        unique(at, "key", e.key(), penalties);
        need(at, "regulator", e.regulator());
        known(at, "regulator", e.regulator(), regulators);
        need(at, "operator", e.operator());
        need(at, "kind", e.kind());
        known(at, "notice", e.notice(), notices);
        all(at, "categories", e.categories(), categories);
        if (e.amount() != null && e.currency() == null) {
            faults.add(at + ": an amount without a currency");
        }
    }

    private void statement(String at, Entries.StatementEntry e) {
        need(at, "operator", e.operator());
        need(at, "made", e.made());
        need(at, "summary", e.summary());
        if (e.about() != null && !notices.contains(e.about()) && !penalties.contains(e.about())) {
            faults.add(at + ": `about` names neither a penalty nor a notice of this data set: `" + e.about() + "`");
        }
    }

    private void survey(String at, Entries.SurveyEntry e) {
        need(at, "regulator", e.regulator());
        known(at, "regulator", e.regulator(), regulators);
        need(at, "periodFrom", e.periodFrom());
        need(at, "periodTo", e.periodTo());
        need(at, "extent", e.extent());
        need(at, "checked", e.checked());
        if (e.periodFrom() != null && e.periodTo() != null && e.periodFrom().getYear() != e.periodTo().getYear()) {
            faults.add(at + ": the period is not within one year");
        }
    }

    private void observation(String at, Entries.ObservationEntry e) {
        need(at, "app", e.app());
        need(at, "store", e.store());
        known(at, "store", e.store(), stores);
        need(at, "event", e.event());
        need(at, "date", e.date());
        known(at, "notice", e.notice(), notices);
    }

    private void correction(String at, Entries.CorrectionEntry e) {
        need(at, "collection", e.collection());
        need(at, "record", e.record());
        need(at, "claim", e.claim());
        need(at, "filedAs", e.filedAs());
        need(at, "filed", e.filed());
        need(at, "due", e.due());
        need(at, "state", e.state());
        if (e.state() != CorrectionState.OPEN) {
            need(at, "outcome", e.outcome());
            need(at, "settled", e.settled());
        }
        if ("notices".equals(e.collection())) {
            known(at, "record", e.record(), notices);
        }
    }

    private <E> void each(DataSet.File file, List<E> entries, Check<E> check) {
        List<E> present = Lists.of(entries);
        for (int i = 0; i < present.size(); i++) {
            String at = file.name() + ", entry " + (i + 1);
            check.check(at, present.get(i));
            if (present.get(i) instanceof Entries.Cited cited) {
                cited(at, cited);
            }
        }
    }

    private void cited(String at, Entries.Cited entry) {
        if (Lists.of(entry.cites()).isEmpty()) {
            faults.add(at + ": cites no source");
        }
        Lists.of(entry.cites()).forEach(cite -> known(at, "cites", cite.source(), sources));
    }

    private void all(String at, String key, List<String> values, Set<String> among) {
        Lists.of(values).forEach(value -> known(at, key, value, among));
    }

    private void known(String at, String key, String value, Set<String> among) {
        if (value != null && !among.contains(value)) {
            faults.add(at + ": `" + key + "` names `" + value + "`, which no file before this one has");
        }
    }

    private void unique(String at, String key, String value, Set<String> among) {
        need(at, key, value);
        if (value != null && !among.add(value)) {
            faults.add(at + ": `" + key + "` `" + value + "` is there twice");
        }
    }

    private void need(String at, String key, Object value) {
        if (value == null || value.toString().isBlank()) {
            faults.add(at + ": `" + key + "` is missing");
        }
    }

    @FunctionalInterface
    private interface Check<E> {
        void check(String at, E entry);
    }
}
