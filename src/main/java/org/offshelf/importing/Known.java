package org.offshelf.importing;

import java.util.List;

import org.offshelf.category.Category;

/** What names are compared with. It learns the names of the document it is asked about, so each document needs its own. */
public final class Known {

    final KnownOperators operators;
    final KnownApps apps;
    final StoreSpellings stores;
    final Classifier classifier;
    private final List<Category> categories;

    Known(KnownOperators operators, KnownApps apps, StoreSpellings stores, List<Category> categories) {
        this.operators = operators;
        this.apps = apps;
        this.stores = stores;
        this.classifier = new Classifier(categories);
        this.categories = categories;
    }

    public Classifier classifier() {
        return classifier;
    }

    /** Whether findings can be of it: a leaf, or a group that is used directly. */
    public boolean isCategory(String id) {
        return categories.stream().anyMatch(category -> category.id.equals(id) && (category.group != null
                || categories.stream().noneMatch(leaf -> id.equals(leaf.group))));
    }

    public boolean isStore(String id) {
        return stores.isStore(id);
    }

    public boolean isApp(String id) {
        return apps.get(id) != null;
    }

    public boolean isOperator(String id) {
        return operators.get(id) != null;
    }

    public String appName(String id) {
        return apps.get(id).name();
    }

    public String operatorName(String id) {
        return operators.get(id).name();
    }
}
