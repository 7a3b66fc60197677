package org.offshelf.app;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.source.SourceSchema;

/** What the API says of apps. */
public final class AppSchema {

    public static final CollectionSchema APPS = CollectionSchema.named("apps", "app")
            .describedAs("Apps, SDKs and mini-programs: one identity behind many spellings.")
            .field(Field.id()
                    .describedAs("Id, derived from kind, name and operator when it was first named."))
            .field(Field.text("name", "name").required()
                    .describedAs("Name.")
                    .example("豆瓣"))
            .field(Field.code("kind", "kind", AppKind.class).required()
                    .describedAs("What it is.")
                    .example("app"))
            .field(Field.json("aliases", "aliases")
                    .describedAs("Other names it goes by."))
            .field(Field
                    .json("identifiers",
                            Expression.of("(select coalesce(json_arrayagg(json_object('scheme', i.scheme, 'value', i.value)"
                                    + " order by i.scheme, i.value), '[]') from app_identifier i where i.app_id = @.id)"))
                    .of(Field.text("scheme", "scheme").required().describedAs("Whose name it is."),
                            Field.text("value", "value").required().describedAs("The name."))
                    .describedAs(
                            "What platforms call it: Android package, iOS bundle or track id, ICP filing number. `/v1/apps/{scheme}:{value}` leads here."))
            .field(Field.reference("operator", "operator_id", () -> OperatorSchema.OPERATORS).related("province")
                    .describedAs("The company that runs it, as far as it is known."))
            .field(Field
                    .code("status", Expression
                            .of("case when @.status = 'named' and @.status_deadline < #today then 'overdue' else @.status end",
                                    Expression.column("status")),
                            AppStatus.class)
                    .describedAs(
                            "Where it stands, by the latest fact about it; `overdue` when a deadline has passed and no rectification is known.")
                    .example("removal-ordered"))
            .field(Field.date("statusSince", "status_since")
                    .describedAs("Day of the fact the status comes from.")
                    .example("2021-12-09"))
            .field(Field.date("statusDeadline", "status_deadline")
                    .describedAs("Deadline of the finding the status comes from.")
                    .example("2021-11-09"))
            .field(Field.text("statusFrom", "status_from")
                    .describedAs("Id of the finding or listing the status comes from."))
            .field(Field.sources("app", () -> SourceSchema.SOURCES))
            .aliasedBy("app_identifier", "app_id")
            .drawnFromNotices()
            .labelledBy("name")
            .searchedBy(Searched.name("name", "name"), Searched.alias("aliases", "aliases"),
                    Searched.code("identifiers", Expression
                            .of("(select json_arrayagg(i.value) from app_identifier i where i.app_id = @.id)")))
            .dated(AppsByDay.TABLE)
            .sortedBy("name").narrowedTo("app_facts_ix")
            .build();

    private AppSchema() {
    }
}
