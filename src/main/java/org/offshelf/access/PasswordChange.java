package org.offshelf.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A new password for oneself.")
record PasswordChange(
        @Schema(description = "The one in use.", required = true, format = "password", examples = "correct horse battery") String current,
        @Schema(description = "At least 12 characters, at most 72 bytes, without the account's name.", required = true, format = "password", minLength = NewPassword.SHORTEST, examples = "staple tower violin") String password) {

    /** Keeps the passwords out of whatever prints requests. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
