package org.offshelf.coverage;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All surveys there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Surveys implements PanacheRepositoryBase<Survey, String> {
}
