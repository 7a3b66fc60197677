package org.offshelf.correction;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All requests there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Corrections implements PanacheRepositoryBase<Correction, String> {
}
