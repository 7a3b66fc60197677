package org.offshelf.curating;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.category.Categories;
import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Finding;
import org.offshelf.importing.Classifier;
import org.offshelf.importing.StoreSpellings;
import org.offshelf.ledger.Standing;
import org.offshelf.notice.Notices;
import org.offshelf.store.Stores;

/** What we take printed wording to mean, by the phrases and spellings known now. */
@ApplicationScoped
class Classification {

    private final Categories categories;
    private final Stores stores;
    private final Notices notices;

    Classification(Categories categories, Stores stores, Notices notices) {
        this.categories = categories;
        this.stores = stores;
        this.notices = notices;
    }

    Classifier classifier() {
        return new Classifier(categories.list("standing", Standing.CURRENT));
    }

    StoreSpellings spellings() {
        return new StoreSpellings(stores.list("standing", Standing.CURRENT));
    }

    /** By the printed problems; without any, by what the notice states for all its apps. */
    void classify(Finding finding) {
        if (finding.problem != null) {
            set(finding, CategoryBasis.PROBLEM, classifier().classify(finding.problem).categories());
        } else {
            Set<String> stated = notices.findById(finding.notice).category;
            set(finding, stated.isEmpty() ? null : CategoryBasis.NOTICE, stated);
        }
    }

    private static void set(Finding finding, CategoryBasis basis, Collection<String> wanted) {
        finding.categoryBasis = basis;
        Correctable.replace(finding.category, List.copyOf(wanted));
    }
}
