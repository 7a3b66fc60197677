package org.offshelf.notice;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All notices there are, for writing; answers are read through the collection's schema. */
@ApplicationScoped
public class Notices implements PanacheRepositoryBase<Notice, String> {
}
