package org.offshelf.app;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.source.SourceSchema;

/** What the API says of operators. */
public final class OperatorSchema {

    public static final CollectionSchema OPERATORS = CollectionSchema.named("operators", "operator")
            .describedAs("The companies that run apps.")
            .field(Field.id()
                    .describedAs("Id, derived from the legal name."))
            .field(Field.text("name", "name").required()
                    .describedAs("Legal name.")
                    .example("北京微梦创科网络技术有限公司"))
            .field(Field.text("nameEn", "name_en")
                    .describedAs("English name.")
                    .example("Beijing Weimeng Chuangke Network Technology Co., Ltd"))
            .field(Field.json("aliases", "aliases")
                    .describedAs("Other names it goes by."))
            .field(Field.text("creditCode", "credit_code")
                    .describedAs("Unified social credit code, 18 characters.")
                    .example("91110000000000000X"))
            .field(Field.text("province", "province")
                    .describedAs("Where it is registered, ISO 3166-2.")
                    .example("CN-BJ"))
            .field(Field.sources("operator", () -> SourceSchema.SOURCES))
            .drawnFromNotices()
            .labelledBy("name")
            .countedBy("province")
            .searchedBy(Searched.name("name", "name").ofCompany(), Searched.alias("nameEn", "name_en").ofCompany(),
                    Searched.alias("aliases", "aliases"), Searched.code("creditCode", Expression.column("credit_code")))
            .dated(AppsByDay.OPERATORS)
            .sortedBy("name")
            .build();

    private OperatorSchema() {
    }
}
