package org.offshelf.search;

import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.Session;
import org.offshelf.database.Patience;
import org.offshelf.database.Transactions;
import org.offshelf.query.CollectionSchema;
import org.offshelf.term.Term;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Makes the terms anew where another version of this program made them, or none did. */
@ApplicationScoped
class TermsAtStart {

    private final Session session;
    private final TermWriter terms;

    TermsAtStart(Session session, TermWriter terms) {
        this.session = session;
        this.terms = terms;
    }

    /** Before anything is written, so that an empty registry has nothing to do. */
    void atStart(@Observes @Priority(1) StartupEvent event) {
        // Others go on writing while this instance starts, as long as there is nothing to do.
        if (!Transactions.call(this::isMade)) {
            Transactions.run(3600, () -> session.doWork(connection -> Patience.during(connection, this::indexAnew)));
        }
    }

    private void indexAnew() {
        // Nobody writes meanwhile, and of several instances one does it.
        session.createNativeQuery("select revision from revision_counter where id = 1 for update", Object.class)
                .getSingleResult();
        if (!isMade()) {
            Log.info("Indexing all texts for search");
            terms.analyseAnew();
            Collections.ALL.forEach(schema -> terms.refresh(schema,
                    session.createNativeQuery("select id from " + schema.table(), String.class).getResultList()));
            session.createNativeMutationQuery("update term_state set fingerprint = ?1 where id = 1")
                    .setParameter(1, fingerprint()).executeUpdate();
        }
    }

    private boolean isMade() {
        return session.createNativeQuery("select fingerprint from term_state where id = 1", String.class).getSingleResult()
                .equals(fingerprint());
    }

    /** Of all that decides which terms there are: how texts are analysed, and which texts. */
    private static String fingerprint() {
        String declared = Collections.ALL.stream().map(TermsAtStart::declared).collect(Collectors.joining("\n"));
        return DigestUtils.sha256Hex(Term.VERSION + "\n" + declared);
    }

    private static String declared(CollectionSchema schema) {
        return schema.searched().stream().map(text -> schema.singular() + '.' + text.field() + ' ' + text.style() + ' '
                + text.weight()).collect(Collectors.joining(", "));
    }
}
