package org.offshelf.regulator;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All regulators there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Regulators implements PanacheRepositoryBase<Regulator, String> {
}
