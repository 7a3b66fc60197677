package org.offshelf.query;

/** The SQL of a field, given the alias of the table row it belongs to. */
@FunctionalInterface
public interface Expression {

    String sql(String alias, Context context);

    static Expression column(String name) {
        return (alias, context) -> alias + "." + name;
    }

    /** {@code @} stands for the alias, {@code #today} for the day on which deadlines are judged. */
    static Expression of(String template) {
        return (alias, context) -> template.replace("@", alias).replace("#today", "date '" + context.today() + "'");
    }

    /** @param dated for what the collection's {@link DatedTable} says itself */
    static Expression of(String template, Expression dated) {
        Expression current = of(template);
        return (alias, context) -> (context.asOf() == null ? current : dated).sql(alias, context);
    }
}
