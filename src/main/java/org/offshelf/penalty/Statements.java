package org.offshelf.penalty;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All statements there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Statements implements PanacheRepositoryBase<Statement, String> {
}
