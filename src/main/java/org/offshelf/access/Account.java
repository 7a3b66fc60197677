package org.offshelf.access;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;

/**
 * Somebody who logs in here by name and password. A closed one keeps its name for ever; it cannot log in because its password
 * was replaced by one nobody knows.
 */
@Entity
@UserDefinition
public class Account {

    @Id
    @Username
    public String name;

    /** Bcrypt, in modular crypt format. */
    @Password
    public String password;

    /** Separated by commas; see {@link Roles}. */
    @io.quarkus.security.jpa.Roles
    public String roles;

    /** UTC, as all times here. */
    public LocalDateTime createdAt;

    public LocalDateTime passwordChangedAt;

    public LocalDateTime closedAt;

    Set<String> roleSet() {
        return new TreeSet<>(Arrays.asList(roles.split(",")));
    }

    boolean isClosed() {
        return closedAt != null;
    }

    boolean isOpenAdmin() {
        return !isClosed() && roleSet().contains(Roles.ADMIN);
    }
}
