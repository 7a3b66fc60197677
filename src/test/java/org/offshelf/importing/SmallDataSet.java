package org.offshelf.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A whole data set with one of everything. */
final class SmallDataSet {

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("dataset.yaml", """
                    name: Small
                    version: "1"
                    description: For tests.
                    licence: CC0-1.0
                    files:
                      - sources.yaml
                      - regulators.yaml
                      - stores.yaml
                      - categories.yaml
                      - operators.yaml
                      - apps.yaml
                      - notices/one-1.yaml
                      - notices/one-2-removal.yaml
                      - penalties.yaml
                      - statements.yaml
                      - observations.yaml
                    """),
            Map.entry("sources.yaml", """
                    # Comments are allowed.
                    sources:
                      - key: law
                        kind: law
                        title: The Law
                        published: 2021-08-20
                      - key: page
                        kind: official
                        title: The Page
                        url: https://example.org/page
                    """),
            Map.entry("regulators.yaml", """
                    regulators:
                      - id: one
                        nameZh: 一局
                        nameEn: First Office
                        level: national
                        jurisdiction: CN
                        cites: [{source: page}]
                      - id: two
                        nameZh: 二局
                        level: county
                        parent: one
                        jurisdiction: CN-XX
                        cites: [{source: page, locator: below}]
                    """),
            Map.entry("stores.yaml", """
                    stores:
                      - id: shop
                        nameZh: 商店
                        kind: app-store
                        spellings: [SHOP]
                        cites: [{source: page}]
                      - id: all
                        nameZh: 全部
                        kind: aggregate
                        cites: [{source: page}]
                    """),
            Map.entry("categories.yaml", """
                    version: "1"
                    categories:
                      - id: group
                        labelZh: 组
                        labelEn: Group
                        cites: [{source: law}]
                      - id: leaf
                        parent: group
                        labelZh: 叶
                        labelEn: Leaf
                        phrases: [叶子问题]
                        cites: [{source: law}]
                      - id: unclassified
                        labelZh: 未分类
                        labelEn: Unclassified
                        cites: [{source: law}]
                    """),
            Map.entry("operators.yaml", """
                    operators:
                      - nameZh: 甲（北京）有限公司
                        nameEn: Jia Ltd
                        aliases: ["Jia Co., Ltd"]
                        province: CN-BJ
                        cites: [{source: page}]
                    """),
            Map.entry("apps.yaml", """
                    apps:
                      - name: 甲
                        kind: app
                        aliases: [Jia]
                        operator: 甲(北京)有限公司
                        identifiers: [{scheme: android, value: com.example.jia}]
                        cites: [{source: page}]
                    """),
            Map.entry("notices/one-1.yaml", """
                    id: one-1
                    regulators: [one]
                    kind: violation-notice
                    title: 通报
                    published: 2021-11-03
                    publishedBasis: official
                    deadline: 2021-11-09
                    cites: [{source: page}]
                    reading: parsed
                    findings:
                      - {row: 1, app: 甲, developer: "Jia Co.,Ltd", store: shop, problem: "叶子问题、没见过"}
                      - {row: 2, app: 乙, store: 无名店}
                    """),
            Map.entry("notices/one-2-removal.yaml", """
                    id: one-2-removal
                    regulators: [one, two]
                    kind: removal-order
                    title: 下架通报
                    published: 2021-12-09
                    publishedBasis: official
                    follows: one-1
                    categories: [leaf]
                    cites: [{source: page}]
                    reading: name-only
                    findings:
                      - {app: 甲}
                    """),
            Map.entry("penalties.yaml", """
                    penalties:
                      - key: fine-1
                        regulator: one
                        operator: 甲(北京)有限公司
                        kind: fine
                        amount: 1500
                        currency: CNY
                        announced: 2021-12-10
                        notice: one-1
                        apps: [甲]
                        cites: [{source: page}]
                    """),
            Map.entry("statements.yaml", """
                    statements:
                      - operator: 甲(北京)有限公司
                        made: 2021-12-11
                        about: fine-1
                        summary: Accepts it.
                        points: [First., Second.]
                        cites: [{source: page}]
                    """),
            Map.entry("observations.yaml", """
                    observations:
                      - app: 甲
                        store: shop
                        event: removed
                        date: 2021-12-12
                        cause: ordered
                        notice: one-2-removal
                        cites: [{source: page}]
                    """));

    private SmallDataSet() {
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("notices"));
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
