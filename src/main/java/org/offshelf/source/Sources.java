package org.offshelf.source;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All sources there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Sources implements PanacheRepositoryBase<Source, String> {
}
