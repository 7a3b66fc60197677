package org.offshelf.changes;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.offshelf.ledger.WriteListener;
import org.offshelf.ledger.WrittenIds;

/** Has the new revision looked for as soon as it is committed. */
@ApplicationScoped
class CommitNotice implements WriteListener {

    private final TransactionSynchronizationRegistry transaction;
    private final Head head;

    CommitNotice(TransactionSynchronizationRegistry transaction, Head head) {
        this.transaction = transaction;
        this.head = head;
    }

    @Override
    public void written(Map<String, WrittenIds> ids, boolean isPart) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // What is not committed yet is nobody's business.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    head.look();
                }
            }
        });
    }
}
