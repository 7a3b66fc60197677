package org.offshelf.access;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as admins see it: without anything its password could be guessed from. */
@Schema(name = "Account", requiredProperties = { "name", "roles", "closed", "createdAt",
        "passwordChangedAt" }, description = "Somebody who may write, by name and password.")
record AccountView(@Schema(examples = "ann") String name,
        @Schema(description = "`curator` may change the record, `admin` accounts, `contributor` what every account may.", examples = "[\"curator\"]") Set<String> roles,
        @Schema(description = "Whether it can no longer log in.", examples = "false") boolean closed,
        @Schema(description = "UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T03:09:28.123456Z") Instant createdAt,
        @Schema(description = "UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T03:09:28.123456Z") Instant passwordChangedAt,
        @Schema(description = "UTC; null while it is open.", nullable = true, implementation = String.class, format = "date-time") Instant closedAt) {

    static AccountView of(Account account) {
        return new AccountView(account.name, account.roleSet(), account.isClosed(), instant(account.createdAt),
                instant(account.passwordChangedAt), instant(account.closedAt));
    }

    private static Instant instant(LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
