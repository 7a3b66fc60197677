package org.offshelf.query;

/**
 * The record under whose path a list stands.
 *
 * @param field the field of the list's records that refers to it
 */
public record Parent(CollectionSchema schema, String id, String field) {
}
