package org.offshelf.listing;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All listings there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Listings implements PanacheRepositoryBase<Listing, String> {
}
