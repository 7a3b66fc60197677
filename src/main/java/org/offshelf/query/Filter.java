package org.offshelf.query;

/**
 * One filter parameter of a collection.
 *
 * @param parameter its name in the query string, such as {@code operator.province.not}
 * @param via the field through which a related record is reached; null for the collection's own fields
 */
public record Filter(String parameter, Field via, Field field, Comparison comparison) {

    public String description() {
        String what = switch (comparison) {
            case EQ -> field.isMultiple() ? "Has any of these values." : "Equals any of these values.";
            case NOT -> "Has none of these values" + (isAlwaysThere() ? "." : "; records without a value are kept.");
            case ALL -> "Has all of these values.";
            case GT -> field.type() == FieldType.DATE ? "After this day, week, month, quarter or year." : "Greater than this.";
            case GTE ->
                field.type() == FieldType.DATE ? "In or after this day, week, month, quarter or year." : "At least this.";
            case LT -> field.type() == FieldType.DATE ? "Before this day, week, month, quarter or year." : "Less than this.";
            case LTE ->
                field.type() == FieldType.DATE ? "In or before this day, week, month, quarter or year." : "At most this.";
            case EXISTS -> "`true`: has a value; `false`: has none.";
            case MATCHES -> "";
        };
        String grouped = field.isGrouped() && comparison.takesMany() ? " A group stands for all its leaves." : "";
        return (field.description() + " " + what + grouped).strip();
    }

    private boolean isAlwaysThere() {
        return field.isRequired() && (via == null || via.isRequired());
    }
}
