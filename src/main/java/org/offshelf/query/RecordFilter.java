package org.offshelf.query;

import java.util.List;

/** Filters of a collection, understood: to be asked which of some records they let pass. */
public final class RecordFilter {

    private final CollectionSchema schema;
    private final List<Criterion> criteria;

    RecordFilter(CollectionSchema schema, List<Criterion> criteria) {
        this.schema = schema;
        this.criteria = List.copyOf(criteria);
    }

    public CollectionSchema schema() {
        return schema;
    }

    List<Criterion> criteria() {
        return criteria;
    }
}
