package org.offshelf.store;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All stores there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Stores implements PanacheRepositoryBase<Store, String> {
}
