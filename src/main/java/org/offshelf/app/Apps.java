package org.offshelf.app;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All apps there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Apps implements PanacheRepositoryBase<App, String> {
}
