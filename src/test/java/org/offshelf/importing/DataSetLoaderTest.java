package org.offshelf.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offshelf.Api;
import org.offshelf.EmptyDatabase;
import org.offshelf.EmptyRegistry;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import javax.sql.DataSource;

/** On a database of its own, empty before each test. */
@QuarkusTest
@TestProfile(EmptyRegistry.class)
class DataSetLoaderTest {

    @Inject
    DataSetLoader loader;

    @Inject
    EmptyDatabase database;

    @Inject
    DataSource dataSource;

    @TempDir
    Path folder;

    @BeforeEach
    void startAnew() throws IOException {
        database.make();
        SmallDataSet.write(folder);
    }

    @Test
    void eachFileIsOneRevisionThatSaysWhere() {
        assertThat(loader.load(small())).isEqualTo(11);
        assertThat(query("select revision, actor, cause, reason from revision order by revision")).containsExactly(
                "1 data-set source Small 1: sources.yaml",
                "2 data-set source Small 1: regulators.yaml",
                "3 data-set source Small 1: stores.yaml",
                "4 data-set source Small 1: categories.yaml",
                "5 data-set source Small 1: operators.yaml",
                "6 data-set source Small 1: apps.yaml",
                "7 data-set source Small 1: notices/one-1.yaml",
                "8 data-set source Small 1: notices/one-2-removal.yaml",
                "9 data-set source Small 1: penalties.yaml",
                "10 data-set source Small 1: statements.yaml",
                "11 data-set source Small 1: observations.yaml");
        assertThat(query("select name from loaded_file order by name")).hasSize(11);
    }

    @Test
    void aSmallSetBecomesTheRecordsItSays() {
        loader.load(small());
        assertThat(Api.list("/v1/operators").results()).singleElement().satisfies(operator -> {
            assertThat(operator.get("name").textValue()).isEqualTo("甲（北京）有限公司");
            assertThat(operator.get("province").textValue()).isEqualTo("CN-BJ");
        });
        assertThat(Api.list("/v1/apps").texts("name")).containsExactly("乙", "甲");
        JsonNode app = Api.list("/v1/apps?name=" + Api.encode("甲")).results().get(0);
        assertThat(app.get("status").textValue()).isEqualTo("removed");
        assertThat(app.get("statusSince").textValue()).isEqualTo("2021-12-12");
        assertThat(app.get("statusFrom").textValue()).isEqualTo(app.get("id").textValue() + "-shop");
        assertThat(app.get("identifiers")).hasSize(1);

        JsonNode named = Api.one("/v1/findings/one-1-1");
        assertThat(named.get("app")).isEqualTo(app.get("id"));
        assertThat(named.get("operator")).isEqualTo(app.get("operator"));
        assertThat(named.get("store").textValue()).isEqualTo("shop");
        assertThat(named.get("category")).extracting(JsonNode::textValue).containsExactly("leaf", "unclassified");
        assertThat(named.get("categoryBasis").textValue()).isEqualTo("problem");
        assertThat(named.get("status").textValue()).isEqualTo("removal-ordered");
        assertThat(named.get("events")).extracting(event -> event.get("kind").textValue() + " " + event.get("date").textValue()
                + " " + event.get("notice").textValue())
                .containsExactly("not-rectified 2021-12-09 one-2-removal", "escalated 2021-12-09 one-2-removal");

        JsonNode unknown = Api.one("/v1/findings/one-1-2");
        assertThat(unknown.get("storeName").textValue()).isEqualTo("无名店");
        assertThat(unknown.get("store").isNull()).isTrue();
        assertThat(unknown.get("category")).isEmpty();
        assertThat(unknown.get("categoryBasis").isNull()).isTrue();
        assertThat(unknown.get("status").textValue()).isEqualTo("overdue");

        JsonNode order = Api.one("/v1/findings/one-2-removal-1");
        assertThat(order.get("app")).isEqualTo(app.get("id"));
        assertThat(order.get("categoryBasis").textValue()).isEqualTo("notice");
        assertThat(order.get("deadline").isNull()).isTrue();
        assertThat(order.get("measure").textValue()).isEqualTo("remove");
        assertThat(Api.list("/v1/listings?sort=id").results())
                .extracting(listing -> listing.get("store").textValue() + " " + listing.get("status").textValue() + " "
                        + listing.get("since").textValue())
                .containsExactly("all removal-ordered 2021-12-09", "shop removed 2021-12-12");
        assertThat(Api.list("/v1/statements").results().get(0).get("penalty"))
                .isEqualTo(Api.list("/v1/penalties").results().get(0).get("id"));
        for (String collection : List.of("regulators", "stores", "categories", "operators", "apps", "notices", "findings",
                "listings", "penalties", "statements")) {
            assertThat(Api.list("/v1/" + collection).results()).isNotEmpty()
                    .allSatisfy(record -> assertThat(record.get("sources")).isNotEmpty());
        }
    }

    @Test
    void loadedTwiceIsLoadedOnce() {
        loader.load(small());
        List<String> before = everything();
        assertThat(loader.load(small())).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aFileThatChangedAfterItWasLoadedIsLeftAlone() throws Exception {
        loader.load(small());
        List<String> before = everything();
        Path apps = folder.resolve("apps.yaml");
        Files.writeString(apps, Files.readString(apps).replace("name: 甲", "name: 丙"));
        assertThat(loader.load(small())).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    /** A start on a registry that has them all reads none of the files. */
    @Test
    void whetherAllIsLoadedShowsWithoutReadingIt() throws Exception {
        DataSetReader reader = new DataSetReader(DataSetReader.Location.folder(folder));
        DataSet whole = small();
        loader.load(new DataSet(whole.manifest(), whole.files().subList(0, whole.files().size() - 1)));
        assertThat(loader.isLoaded(reader, reader.manifest())).isFalse();
        loader.load(whole);
        Files.writeString(folder.resolve("observations.yaml"), "damaged");
        assertThat(loader.isLoaded(reader, reader.manifest())).isTrue();
    }

    @Test
    void aDamagedSetLoadsNothing() throws Exception {
        List<String> before = everything();
        Path last = folder.resolve("observations.yaml");
        Files.writeString(last, Files.readString(last).replace("event: removed", "event: vanished"));
        assertThatThrownBy(() -> loader.load(small())).isInstanceOf(DataSetException.class);
        assertThat(everything()).isEqualTo(before);
    }

    /** What the files cannot show: the file before it stays, of this one nothing does, and the next start goes on. */
    @Test
    void aFileThatCannotBeWrittenLeavesNoTrace() throws Exception {
        Path apps = folder.resolve("apps.yaml");
        String whole = Files.readString(apps);
        Files.writeString(apps, whole.replace("name: 甲", "name: " + "甲".repeat(300)));
        assertThatThrownBy(() -> loader.load(small())).hasStackTraceContaining("Data too long");
        assertThat(query("select revision from revision_counter")).containsExactly("5");
        assertThat(query("select count(*) from app")).containsExactly("0");
        assertThat(query("select count(*) from loaded_file")).containsExactly("5");
        Files.writeString(apps, whole);
        assertThat(loader.load(small())).isEqualTo(6);
        assertThat(query("select revision from revision_counter")).containsExactly("11");
    }

    /** The ids are pinned: were they derived in another way, every link to a record would break. */
    @Test
    void theBundledSetIsTheSameAgainAlsoAfterAKillHalfWay() {
        DataSet bundled = new DataSetReader(DataSetReader.Location.bundled()).read();
        int half = bundled.files().size() / 2;
        assertThat(loader.load(new DataSet(bundled.manifest(), bundled.files().subList(0, half)))).isEqualTo(half);
        assertThat(loader.load(bundled)).isEqualTo(bundled.files().size() - half);
        List<String> first = records();
        assertThat(loader.load(bundled)).isZero();
        assertThat(records()).isEqualTo(first);

        database.make();
        assertThat(loader.load(bundled)).isEqualTo(bundled.files().size());
        assertThat(records()).isEqualTo(first);

        assertThat(query("select id from app where name in ('豆瓣', '新浪微博', '微信') order by id"))
                .containsExactly("app-6cvmbcg7", "app-cn2p52en", "app-xj9s2ybh");
        assertThat(query("select id from operator where name in ('北京微梦创科网络技术有限公司', '北京豆网科技有限公司') order by id"))
                .containsExactly("op-ncr4tn3k", "op-zk8vf91j");
        assertThat(query("select id from penalty order by announced desc, id")).contains("pen-0sdjwqg8", "pen-2k7w2t22",
                "pen-5wp0r0gg", "pen-f67zjb30", "pen-19ydwdzz", "pen-y1d72crz");
        assertThat(query("select id from statement")).containsExactly("stm-n4gwr4e7");
        assertThat(query("select id from source where title = '中华人民共和国个人信息保护法'")).containsExactly("src-vjawekrz");
        assertThat(query("select id from listing where app_id = 'app-6cvmbcg7'")).containsExactly("app-6cvmbcg7-all");
        assertThat(query("select id from finding where notice_id = 'miit-2021-11' order by sequence")).containsExactly(
                "miit-2021-11-1", "miit-2021-11-2", "miit-2021-11-3", "miit-2021-11-4", "miit-2021-11-5", "miit-2021-11-6");
    }

    /** An operator may be printed in another language; the data set names the spellings. */
    @Test
    void anOperatorIsRecognisedByItsOtherNames() {
        loader.load(small());
        assertThat(query("select count(*) from operator")).containsExactly("1");
        assertThat(query("select developer from finding where id = 'one-1-1'")).containsExactly("Jia Co.,Ltd");
    }

    private DataSet small() {
        return new DataSetReader(DataSetReader.Location.folder(folder)).read();
    }

    /** All rows of all record tables, with their revisions. */
    private List<String> records() {
        List<String> all = new ArrayList<>();
        for (String table : query("select table_name from information_schema.tables where table_schema = database()"
                + " and table_type = 'SYSTEM VERSIONED' order by 1")) {
            query("select * from " + table).stream().sorted().forEach(row -> all.add(table + " " + row));
        }
        return all;
    }

    /** The records and what is kept about them. */
    private List<String> everything() {
        List<String> all = records();
        for (String table : List.of("revision", "revision_change", "revision_counter", "loaded_file")) {
            query("select * from " + table).stream().sorted().forEach(row -> all.add(table + " " + row));
        }
        return all;
    }

    private List<String> query(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row.stream().map(String::valueOf).toList()));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
