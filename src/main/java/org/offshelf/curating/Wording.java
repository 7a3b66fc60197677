package org.offshelf.curating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.category.Categories;
import org.offshelf.category.Category;
import org.offshelf.category.CategorySchema;
import org.offshelf.database.Chunks;
import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.importing.Classifier;
import org.offshelf.importing.Names;
import org.offshelf.importing.Standings;
import org.offshelf.importing.StoreSpellings;
import org.offshelf.ledger.Standing;
import org.offshelf.query.Field;
import org.offshelf.query.WrittenRecords;
import org.offshelf.store.Store;
import org.offshelf.store.StoreSchema;
import org.offshelf.store.Stores;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;
import org.offshelf.writing.Outcome;

/**
 * Teaches and unteaches what regulators print: phrases for categories, spellings for stores. Findings that read otherwise by
 * what is known then are sorted anew in the same revision; those a curator has judged are left alone.
 */
@ApplicationScoped
class Wording {

    static final BodySchema PHRASE = BodySchema.of("NewPhrase", "A phrase regulators print for the category.", List.of(
            Member.text(Field.text("phrase", "phrase").describedAs("As printed.").example("违规收集个人信息"), 300).required(),
            Correctable.reason()));
    static final BodySchema SPELLING = BodySchema.of("NewSpelling", "A spelling regulators print for the store.", List.of(
            Member.text(Field.text("spelling", "spelling").describedAs("As printed.").example("华为应用商店"), 200).required(),
            Correctable.reason()));

    private static final int BATCH = 200;

    private final Session session;
    private final Categories categories;
    private final Stores stores;
    private final Findings findings;
    private final Classification classification;
    private final Orders orders;
    private final Standings standings;

    Wording(Session session, Categories categories, Stores stores, Findings findings, Classification classification,
            Orders orders, Standings standings) {
        this.session = session;
        this.categories = categories;
        this.stores = stores;
        this.findings = findings;
        this.classification = classification;
        this.orders = orders;
        this.standings = standings;
    }

    Outcome addPhrase(Category category, Body body) {
        body.requireValid();
        String phrase = body.text("phrase");
        if (categories.count("group", category.id) > 0) {
            body.invalid("phrase", "`" + category.id + "` is a group. Phrases belong to its categories.");
            body.requireValid();
        }
        for (Category other : categories.list("standing", Standing.CURRENT)) {
            if (find(other.phrases, phrase) != null) {
                throw Impossible.because("The category `" + other.id + "` has the phrase `" + phrase + "` already.");
            }
        }
        Classifier before = classification.classifier();
        category.phrases = with(category.phrases, phrase);
        return reclassified(category, before);
    }

    Outcome removePhrase(Category category, String phrase, Body body) {
        body.requireValid();
        String held = find(category.phrases, phrase);
        if (held == null) {
            throw Impossible.because("The category `" + category.id + "` has no phrase `" + phrase + "`.");
        }
        Classifier before = classification.classifier();
        category.phrases = without(category.phrases, held);
        return reclassified(category, before);
    }

    /**
     * Problems are printed over and over, so they are classified as texts first, and findings read only for those that move.
     */
    private Outcome reclassified(Category category, Classifier before) {
        Classifier after = classification.classifier();
        Map<String, Set<String>> moved = new LinkedHashMap<>();
        for (String problem : session.createSelectionQuery("select distinct problem from Finding where categoryBasis = ?1"
                + " and standing = ?2 and problem is not null", String.class).setParameter(1, CategoryBasis.PROBLEM)
                .setParameter(2, Standing.CURRENT).getResultList()) {
            Set<String> now = after.classify(problem).categories();
            if (!now.equals(before.classify(problem).categories())) {
                moved.put(problem, now);
            }
        }
        int count = 0;
        for (List<String> problems : Chunks.of(moved.keySet(), BATCH)) {
            for (Finding finding : findings.list("problem in ?1 and categoryBasis = ?2 and standing = ?3", problems,
                    CategoryBasis.PROBLEM, Standing.CURRENT)) {
                Correctable.replace(finding.category, List.copyOf(moved.get(finding.problem)));
                count++;
            }
        }
        return Outcome.changed(WrittenRecords.path(CategorySchema.CATEGORIES, category.id),
                List.of(count + " findings were reclassified."));
    }

    Outcome addSpelling(Store store, Body body) {
        body.requireValid();
        String spelling = body.text("spelling");
        classification.spellings().find(spelling).ifPresent(other -> {
            throw Impossible.because("The store `" + other + "` has the spelling `" + spelling + "` already.");
        });
        StoreSpellings before = classification.spellings();
        store.spellings = with(store.spellings, spelling);
        return resolved(store, before);
    }

    Outcome removeSpelling(Store store, String spelling, Body body) {
        body.requireValid();
        String held = find(store.spellings, spelling);
        if (held == null) {
            throw Impossible.because("The store `" + store.id + "` has no spelling `" + spelling + "`.");
        }
        StoreSpellings before = classification.spellings();
        store.spellings = without(store.spellings, held);
        return resolved(store, before);
    }

    /** A store that a curator chose is not what the print was taken for before, and stays. */
    private Outcome resolved(Store store, StoreSpellings before) {
        StoreSpellings after = classification.spellings();
        List<String> moved = session.createSelectionQuery("select distinct storeName from Finding where storeName is not null"
                + " and standing = ?1", String.class).setParameter(1, Standing.CURRENT).getResultList().stream()
                .filter(printed -> !before.find(printed).equals(after.find(printed))).toList();
        int count = 0;
        Map<String, Set<String>> appsByNotice = new LinkedHashMap<>();
        if (!moved.isEmpty()) {
            for (Finding finding : findings.list("storeName in ?1 and standing = ?2", moved, Standing.CURRENT)) {
                if (Objects.equals(finding.store, before.find(finding.storeName).orElse(null))) {
                    finding.store = after.find(finding.storeName).orElse(null);
                    appsByNotice.computeIfAbsent(finding.notice, any -> new LinkedHashSet<>()).add(finding.app);
                    count++;
                }
            }
        }
        Set<String> touched = new LinkedHashSet<>();
        appsByNotice.forEach((notice, apps) -> touched.addAll(orders.settle(notice, apps)));
        standings.derive(touched);
        return Outcome.changed(WrittenRecords.path(StoreSchema.STORES, store.id),
                List.of("The store of " + count + " findings was read anew."));
    }

    /** @return as it is held; null if it is not */
    private static String find(List<String> held, String printed) {
        return held.stream().filter(one -> Names.normalise(one).equals(Names.normalise(printed))).findFirst().orElse(null);
    }

    private static List<String> with(List<String> held, String one) {
        List<String> all = new ArrayList<>(held);
        all.add(one);
        return all;
    }

    private static List<String> without(List<String> held, String one) {
        return held.stream().filter(each -> !each.equals(one)).toList();
    }
}
