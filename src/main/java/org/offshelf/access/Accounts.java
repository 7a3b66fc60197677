package org.offshelf.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.exception.ConstraintViolationException;
import org.offshelf.database.Transactions;
import org.offshelf.http.Fault;
import org.offshelf.http.ProblemException;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Opens, changes and closes accounts, each in a transaction of its own; this instance heeds it with the next request. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, String> {

    private final Clock clock;
    private final Logins logins;

    Accounts(Clock clock, Logins logins) {
        this.clock = clock;
        this.logins = logins;
    }

    AccountList all() {
        return new AccountList(Transactions.call(() -> list("order by name").stream().map(AccountView::of).toList()));
    }

    AccountView get(String name) {
        return Transactions.call(() -> AccountView.of(require(name, LockModeType.NONE)));
    }

    /** Of several that open an account of the same name at once, one does. */
    AccountView open(AccountDraft draft) {
        draft.check();
        Account account = new Account();
        account.name = draft.name();
        account.roles = RoleNames.joined(draft.roles());
        account.createdAt = now();
        setPassword(account, draft.password());
        try {
            Transactions.run(() -> {
                if (findById(account.name) != null) {
                    throw taken(account);
                }
                persistAndFlush(account);
            });
        } catch (ConstraintViolationException lost) {
            throw taken(account);
        }
        return AccountView.of(account);
    }

    AccountView change(String name, AccountChange change) {
        AccountView changed = Transactions.call(() -> {
            // All admins first and in one order, so that no two changes can each leave the other's as the last one.
            List<Account> admins = lockOpenAdmins();
            Account account = require(name, LockModeType.PESSIMISTIC_WRITE);
            change.check(account);
            apply(change, account);
            if (!admins.isEmpty() && admins.stream().noneMatch(Account::isOpenAdmin)) {
                throw Refused.conflict("`" + name + "` is the last admin. Make somebody else an admin first.");
            }
            return AccountView.of(account);
        });
        logins.forget();
        return changed;
    }

    /** Somebody changes their own password. */
    void changePassword(String name, PasswordChange change) {
        Transactions.run(() -> {
            Account account = require(name, LockModeType.PESSIMISTIC_WRITE);
            List<Fault> faults = new ArrayList<>();
            if (change.current() == null) {
                faults.add(Fault.missing("/current"));
            } else if (!BcryptUtil.matches(change.current(), account.password)) {
                faults.add(Fault.invalidValue("/current", null, "This is not the password in use."));
            }
            NewPassword.check("/password", change.password(), name, faults);
            if (change.password() != null && change.password().equals(change.current())) {
                faults.add(Fault.invalidValue("/password", null, "This is the password in use."));
            }
            Refused.ifAnyInBody(faults);
            setPassword(account, change.password());
        });
        logins.forget();
    }

    boolean hasAdmin() {
        return Transactions.call(() -> admins().list().stream().anyMatch(Account::isOpenAdmin));
    }

    private void apply(AccountChange change, Account account) {
        if (change.roles() != null) {
            account.roles = RoleNames.joined(change.roles());
        }
        if (change.password() != null) {
            setPassword(account, change.password());
        }
        if (Boolean.TRUE.equals(change.closed()) && !account.isClosed()) {
            account.closedAt = now();
            setPassword(account, unknowable());
        } else if (Boolean.FALSE.equals(change.closed())) {
            account.closedAt = null;
        }
    }

    private static ProblemException taken(Account account) {
        return Refused.conflict("There is an account `" + account.name + "` already.");
    }

    private Account require(String name, LockModeType lock) {
        return findByIdOptional(name, lock).orElseThrow(() -> Refused.unknown(name));
    }

    private List<Account> lockOpenAdmins() {
        return admins().withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    private PanacheQuery<Account> admins() {
        return find("closedAt is null and roles like ?1 order by name", "%" + Roles.ADMIN + "%");
    }

    private void setPassword(Account account, String password) {
        account.password = BcryptUtil.bcryptHash(password);
        account.passwordChangedAt = now();
    }

    private static String unknowable() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
