package org.offshelf.access;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.http.Fault;

@Schema(description = "An account to open.")
record AccountDraft(
        @Schema(description = "2 to 40 characters; never changed afterwards.", required = true, pattern = AccountNames.PATTERN, examples = "ann") String name,
        @Schema(description = "At least 12 characters, at most 72 bytes, without the account's name.", required = true, format = "password", minLength = NewPassword.SHORTEST, examples = "correct horse battery") String password,
        @Schema(description = "What the account may do: `admin`, `curator`, `contributor` (what every account may).", required = true, minItems = 1, examples = "[\"curator\"]") List<String> roles) {

    void check() {
        List<Fault> faults = new ArrayList<>();
        AccountNames.check("/name", name, faults);
        NewPassword.check("/password", password, name, faults);
        RoleNames.check("/roles", roles, faults);
        Refused.ifAnyInBody(faults);
    }

    /** Keeps the password out of whatever prints requests. */
    @Override
    public String toString() {
        return "AccountDraft[" + name + ", " + roles + "]";
    }
}
