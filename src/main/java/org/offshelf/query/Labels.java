package org.offshelf.query;

/** Puts names beside the ids of other records. */
final class Labels {

    private Labels() {
    }

    /** @param alias of the table the name comes from */
    static String column(Dimension dimension, String alias, Context context) {
        return dimension.isLabelled() ? dimension.field().target().label().expression().sql(alias, context) : "null";
    }

    static void writeJoin(Sql sql, Dimension dimension, String alias, String id) {
        if (dimension.isLabelled()) {
            sql.add(" left join ").add(dimension.field().target().table()).add(" ").add(alias).add(" on ").add(alias)
                    .add(".id = ").add(id);
        }
    }
}
