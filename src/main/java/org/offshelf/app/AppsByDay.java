package org.offshelf.app;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.offshelf.query.DatedTable;

/**
 * Apps and operators up to a day: there once something named them, and where the last {@link Fact} up to that day says. Facts
 * are written so that their order as texts is theirs as facts: day, rank of the status, origin, deadline, and whether that has
 * passed, each of one width.
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

    private static final String NAMED = fact("n.published", "0",
            "coalesce(n.deadline, '" + NONE + "'), if(n.deadline < #day, 1, 0)",
            "finding n where n.measure = 'rectify'");
    private static final String SAID = fact("e.happened", "if(e.kind = 'rectified', 2, 3)", "'" + NONE + "', 0",
            "finding n join finding_event e on e.finding_id = n.id where e.kind <> 'escalated'");
    private static final String LISTED = fact("e.happened", "3 + field(e.kind, 'removal-ordered', 'removed', 'restored')",
            "'" + NONE + "', 0", "listing n join listing_event e on e.listing_id = n.id where true");
    private static final String LAST = "nullif(greatest(coalesce(" + NAMED + ", ''), coalesce(" + SAID + ", ''), coalesce("
            + LISTED + ", '')), '')";

    /** Each fact is looked up once: rank and whether the deadline has passed are what is left when all between is taken out. */
    private static final String STATUS = "elt(field(right(insert(" + LAST
            + ", 12, 90, ''), 2), '00', '01', '20', '30', '40', '50',"
            + " '60'), " + Stream.of(AppStatus.values()).map(status -> '\'' + status.code() + '\'')
                    .collect(Collectors.joining(", "))
            + ")";

    static final DatedTable TABLE = DatedTable.from("app", earliest(NAMING_APPS)).when(named(NAMING_APPS))
            .saying("status", STATUS)
            .saying("status_since", "cast(left(" + LAST + ", 10) as date)")
            .saying("status_deadline", "cast(nullif(substr(" + LAST + ", 92, 10), '" + NONE + "') as date)")
            .saying("status_from", "rtrim(substr(" + LAST + ", 12, 80))");

    static final DatedTable OPERATORS = DatedTable.from("operator", earliest(NAMING_OPERATORS)).when(named(NAMING_OPERATORS));

    private AppsByDay() {
    }

    /** The last of its kind about an app {@code @}. */
    private static String fact(String day, String rank, String deadline, String tables) {
        return "(select max(concat(" + day + ", " + rank + ", rpad(n.id, 80, ' '), " + deadline + ")) from " + tables
                + " and n.app_id = @.id and n.standing = 'current')";
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
