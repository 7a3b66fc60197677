package org.offshelf.query;

import org.offshelf.term.TextStyle;

/**
 * A text of a record, or several, that {@code q} is looked for in.
 *
 * @param field the name shown where a hit is explained
 * @param expression its SQL: one text, or a JSON array of texts
 * @param weight 0 for what the record is called, more for what tells less: of two texts that match alike the lighter wins
 */
public record Searched(String field, Expression expression, TextStyle style, int weight) {

    public static Searched name(String field, String column) {
        return new Searched(field, Expression.column(column), TextStyle.NAME, 0);
    }

    /** Another name of the same record. */
    public static Searched alias(String field, String column) {
        return new Searched(field, Expression.column(column), TextStyle.NAME, 1);
    }

    public static Searched code(String field, Expression expression) {
        return new Searched(field, expression, TextStyle.CODE, 1);
    }

    public static Searched prose(String field, String column) {
        return new Searched(field, Expression.column(column), TextStyle.PROSE, 2);
    }

    /** The name of a company: found also without its legal form and place. */
    public Searched ofCompany() {
        return new Searched(field, expression, TextStyle.COMPANY, weight);
    }
}
