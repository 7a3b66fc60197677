package org.offshelf.app;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.offshelf.query.DatedTable;

/**
 * Apps and operators up to a day: there once something named them, and where the last {@link Fact} up to that day says. Facts
 * are written so that their order as texts is theirs as facts: day, rank of the status, origin, deadline, each of one width.
 */
final class AppsByDay {

    private static final String NEVER = "date '9999-12-31'";
    private static final String NONE = "0000-00-00";

    /** What names an app {@code @}, each as the table with its alias, the condition, and the day. */
    private static final List<Naming> NAMING_APPS = List.of(
            new Naming("finding n", "n.app_id = @.id", "n.published"),
            new Naming("listing n join listing_event e on e.listing_id = n.id", "n.app_id = @.id", "e.happened"),
            new Naming("penalty_app a join penalty n on n.id = a.penalty_id", "a.app_id = @.id",
                    "coalesce(n.decided, n.announced, n.period_to)"),
            new Naming("statement n", "n.app_id = @.id", "n.made"));

    private static final List<Naming> NAMING_OPERATORS = Stream.concat(Stream.of(
            new Naming("finding n", "n.operator_id = @.id", "n.published"),
            new Naming("penalty n", "n.operator_id = @.id", "coalesce(n.decided, n.announced, n.period_to)"),
            new Naming("statement n", "n.operator_id = @.id", "n.made")),
            NAMING_APPS.stream().map(Naming::ofItsApps)).toList();

    private static final String NAMED = "(select max(concat(n.published, 0, rpad(n.id, 80, ' '), coalesce(n.deadline, '" + NONE
            + "'))) from finding n where n.app_id = @.id and n.standing = 'current' and n.measure = 'rectify')";
    private static final String SAID = "(select max(concat(e.happened, if(e.kind = 'rectified', 2, 3), rpad(n.id, 80, ' '), '"
            + NONE + "')) from finding n join finding_event e on e.finding_id = n.id where n.app_id = @.id"
            + " and n.standing = 'current' and e.kind <> 'escalated')";
    private static final String LISTED = "(select max(concat(e.happened, 3 + field(e.kind, 'removal-ordered', 'removed',"
            + " 'restored'), rpad(n.id, 80, ' '), '" + NONE + "')) from listing n join listing_event e on e.listing_id = n.id"
            + " where n.app_id = @.id and n.standing = 'current')";
    private static final String LAST = "nullif(greatest(coalesce(" + NAMED + ", ''), coalesce(" + SAID + ", ''), coalesce("
            + LISTED + ", '')), '')";

    static final DatedTable TABLE = DatedTable.from("app", earliest(NAMING_APPS)).when(named(NAMING_APPS))
            .saying("status", "elt(1 + substr(" + LAST + ", 11, 1), "
                    + Stream.of(AppStatus.values()).map(status -> '\'' + status.code() + '\'').collect(Collectors.joining(", "))
                    + ")")
            .saying("status_since", "cast(left(" + LAST + ", 10) as date)")
            .saying("status_deadline", "cast(nullif(right(" + LAST + ", 10), '" + NONE + "') as date)")
            .saying("status_from", "rtrim(substr(" + LAST + ", 12, 80))");

    static final DatedTable OPERATORS = DatedTable.from("operator", earliest(NAMING_OPERATORS)).when(named(NAMING_OPERATORS));

    private AppsByDay() {
    }

    /** A record that was merged or retracted is known as that whatever the day. */
    private static String named(List<Naming> all) {
        return all.stream().map(Naming::exists).collect(Collectors.joining(" or ", "(@.standing <> 'current' or ", ")"));
    }

    private static String earliest(List<Naming> all) {
        return all.stream().map(naming -> "coalesce(" + naming.first() + ", " + NEVER + ")")
                .collect(Collectors.joining(", ", "nullif(least(", "), " + NEVER + ")"));
    }

    private record Naming(String tables, String condition, String day) {

        String exists() {
            return "exists (select 1" + rest() + ")";
        }

        String first() {
            return "(select min(" + day + ")" + rest() + ")";
        }

        private String rest() {
            return " from " + tables + " where " + condition + " and n.standing = 'current'";
        }

        /** What names an app names its operator. */
        Naming ofItsApps() {
            return new Naming("app o join " + tables,
                    condition.replace("@.", "o.") + " and o.operator_id = @.id and o.standing = 'current'", day);
        }
    }
}
