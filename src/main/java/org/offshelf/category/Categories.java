package org.offshelf.category;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All categories there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Categories implements PanacheRepositoryBase<Category, String> {
}
