package org.offshelf.access;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.offshelf.http.Fault;
import org.offshelf.http.ProblemException;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Opens the account of the first admin at start, from the configuration, while there is no admin. */
@ApplicationScoped
class FirstAdmin {

    private final AdminConfig config;
    private final Accounts accounts;

    FirstAdmin(AdminConfig config, Accounts accounts) {
        this.config = config;
        this.accounts = accounts;
    }

    /** Settings that cannot be used end the start; that stands on standard error, where no log format hides it. */
    void atStart(@Observes StartupEvent event) {
        try {
            open();
        } catch (IllegalStateException unusable) {
            System.err.println(unusable.getMessage());
            throw unusable;
        }
    }

    void open() {
        if (config.name().isEmpty() && config.password().isEmpty() || accounts.hasAdmin()) {
            return;
        }
        String name = config.name().orElse(null);
        try {
            accounts.open(new AccountDraft(name, config.password().orElse(null), List.of(Roles.ADMIN)));
            Log.infof("Opened the account of the first admin, %s", name);
        } catch (ProblemException refused) {
            // Another instance that started at the same time may have been first.
            if (!accounts.hasAdmin()) {
                throw new IllegalStateException("OFFSHELF_ADMIN_NAME and OFFSHELF_ADMIN_PASSWORD make no account: "
                        + reason(refused));
            }
        }
    }

    private static String reason(ProblemException refused) {
        List<Fault> faults = refused.problem().errors();
        return faults == null ? refused.problem().detail()
                : faults.stream().map(Fault::message).collect(Collectors.joining(" "));
    }
}
