package org.offshelf.search;

import java.util.Collection;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.AgroalDataSource;

/**
 * Has texts analysed beside a large write, on a thread and a connection of their own: it takes as long as all the rest. Texts
 * are named by what they say and have no history, so it does no harm if they stay when the write fails.
 */
@ApplicationScoped
class SideIndex {

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;

    SideIndex(AgroalDataSource database, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Whether texts are analysed beside the write under way, which then must not do so itself. */
    boolean isInUse() {
        return indexing().isPresent();
    }

    /**
     * Analyses the texts before the write commits, which fails if this does.
     *
     * @return whether it will; there may be no connection to spare
     */
    boolean take(Collection<SearchedText> texts) {
        if (transactions.getResource(SideIndex.class) == null) {
            Optional<SideIndexing> begun = SideIndexing.begin(database);
            begun.ifPresent(transactions::registerInterposedSynchronization);
            transactions.putResource(SideIndex.class, begun);
        }
        indexing().ifPresent(indexing -> indexing.take(texts));
        return isInUse();
    }

    /** Empty also where there was no connection: then the whole write does without. */
    private Optional<SideIndexing> indexing() {
        Optional<?> begun = (Optional<?>) transactions.getResource(SideIndex.class);
        return begun == null ? Optional.empty() : begun.map(SideIndexing.class::cast);
    }
}
