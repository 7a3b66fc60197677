package org.offshelf.finding;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All findings there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Findings implements PanacheRepositoryBase<Finding, String> {
}
