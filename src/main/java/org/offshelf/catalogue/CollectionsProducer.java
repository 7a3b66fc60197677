package org.offshelf.catalogue;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.offshelf.query.CollectionSchema;

/** Hands the list of all collections to those that may not know the features behind them. */
class CollectionsProducer {

    @Produces
    @Singleton
    List<CollectionSchema> collections() {
        return Catalogue.LISTED;
    }
}
