package org.offshelf.access;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.http.Fault;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

@Schema(description = "What is to be different about an account; what is left out stays.")
record AccountChange(
        @Schema(description = "All roles it is to have: `admin`, `curator`, `contributor` (what every account may).", minItems = 1, examples = "[\"admin\", \"curator\"]") List<String> roles,
        @Schema(description = "A new password, for somebody who lost theirs.", format = "password", minLength = NewPassword.SHORTEST, examples = "correct horse battery") String password,
        @Schema(description = "`true` closes it at once. `false` opens it again and needs a new password: the old one is gone.", examples = "true") Boolean closed) {

    void check(Account account) {
        if (roles == null && password == null && closed == null) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST,
                    "Say what is to change: `roles`, `password` or `closed`. Nothing was changed.");
        }
        List<Fault> faults = new ArrayList<>();
        if (roles != null) {
            RoleNames.check("/roles", roles, faults);
        }
        boolean willBeClosed = closed == null ? account.isClosed() : closed;
        if (password != null && willBeClosed) {
            faults.add(Fault.invalidValue("/password", null, "A closed account has no password; open it with `closed=false`."));
        } else if (password != null || account.isClosed() && !willBeClosed) {
            NewPassword.check("/password", password, account.name, faults);
        }
        Refused.ifAnyInBody(faults);
    }

    /** Keeps the password out of whatever prints requests. */
    @Override
    public String toString() {
        return "AccountChange[" + roles + ", closed=" + closed + "]";
    }
}
