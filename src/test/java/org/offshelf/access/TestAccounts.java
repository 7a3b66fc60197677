package org.offshelf.access;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.restassured.specification.RequestSpecification;

/** Real accounts with real passwords, under names nobody else has. */
@ApplicationScoped
public class TestAccounts {

    public static final String PASSWORD = "correct horse battery";

    private final Accounts accounts;

    TestAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @return its name */
    public String open(String... roles) {
        String name = "t" + UUID.randomUUID().toString().substring(0, 8);
        accounts.open(new AccountDraft(name, PASSWORD, List.of(roles)));
        return name;
    }

    public static RequestSpecification as(String name) {
        return as(name, PASSWORD);
    }

    static RequestSpecification as(String name, String password) {
        return given().auth().preemptive().basic(name, password);
    }
}
