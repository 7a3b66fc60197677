package org.offshelf.access;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The first admin. There is no default password; once there is an admin, these mean nothing. */
@ConfigMapping(prefix = "offshelf.admin")
interface AdminConfig {

    Optional<String> name();

    Optional<String> password();
}
