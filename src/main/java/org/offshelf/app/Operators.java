package org.offshelf.app;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All operators there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Operators implements PanacheRepositoryBase<Operator, String> {
}
