package org.offshelf.penalty;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All penalties there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Penalties implements PanacheRepositoryBase<Penalty, String> {
}
