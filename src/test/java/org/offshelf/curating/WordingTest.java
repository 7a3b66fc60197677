package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.delete;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;
import static org.offshelf.curating.Curator.problem;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.ledger.LedgerTable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class WordingTest {

    @Inject
    Cases cases;

    @Inject
    LedgerTable ledger;

    @Test
    void aPhraseReclassifiesWhatWasPrintedAndLeavesJudgementsAlone() {
        String phrase = "私自吵闹/" + TestIds.fresh();
        String category = cases.category("旧词" + TestIds.fresh()).id;
        Cases.Case named = cases.named(3, Cases.problem(phrase, "unclassified"));
        ok(patch("/v1/findings/" + named.findings().get(2), ANY, "{'category':['misleading-downloads'],'reason':'Judged.'}"));
        JsonNode answer = ok(post("/v1/categories/" + category + "/phrases", ANY, "{'phrase':'" + phrase + "'}"));
        long revision = answer.get("revision").longValue();
        assertThat(answer.get("phrases")).contains(Api.json("'" + phrase + "'"));
        assertThat(answer.at("/notes/0").textValue()).isEqualTo("2 findings were reclassified.");
        assertThat(ledger.author(revision)).isEqualTo("ann reclassification null");
        assertThat(ledger.lines(revision)).hasSize(3);
        assertThat(Api.one(named.finding()).get("category")).isEqualTo(Api.json("['" + category + "']"));
        assertThat(Api.one("/v1/findings/" + named.findings().get(2)).get("category"))
                .isEqualTo(Api.json("['misleading-downloads']"));

        String other = cases.category("另词" + TestIds.fresh()).id;
        assertThat(problem(409, post("/v1/categories/" + other + "/phrases", ANY, "{'phrase':' " + phrase + "'}")).detail())
                .contains("`" + category + "`");

        String path = "/v1/categories/" + category + "/phrases/" + Api.encode(phrase);
        problem(428, delete(path, null));
        assertThat(ok(delete(path, ANY)).at("/notes/0").textValue()).isEqualTo("2 findings were reclassified.");
        assertThat(Api.one(named.finding()).get("category")).isEqualTo(Api.json("['unclassified']"));
        problem(409, delete(path, ANY));
    }

    @Test
    void aGroupHasNoPhrases() {
        assertThat(problem(422, post("/v1/categories/disclosure/phrases", ANY, "{'phrase':'" + TestIds.fresh() + "'}")).errors()
                .get(0).message()).contains("is a group");
    }

    @Test
    void aSpellingResolvesTheStoreOfWhatWasPrintedAndMovesItsOrder() {
        String spelling = "华为某店" + TestIds.fresh();
        Cases.Case named = cases.named(1);
        Cases.Case ordered = cases.ordered(named);
        ok(patch(ordered.finding(), ANY, "{'storeName':'" + spelling + "','reason':'Overlooked.'}"));
        assertThat(Api.one(ordered.finding()).get("store").isNull()).isTrue();
        JsonNode answer = ok(post("/v1/stores/huawei/spellings", ANY, "{'spelling':'" + spelling + "'}"));
        assertThat(answer.at("/notes/0").textValue()).isEqualTo("The store of 1 findings was read anew.");
        assertThat(Api.one(ordered.finding()).get("store").textValue()).isEqualTo("huawei");
        assertThat(Api.one(named.app()).get("statusFrom").textValue()).isEqualTo(named.apps().get(0) + "-huawei");
        assertThat(problem(409, post("/v1/stores/xiaomi/spellings", ANY, "{'spelling':'" + spelling + "'}")).detail())
                .contains("`huawei`");
        ok(delete("/v1/stores/huawei/spellings/" + Api.encode(spelling), ANY));
        assertThat(Api.one(ordered.finding()).get("store").isNull()).isTrue();
        assertThat(Api.one(named.app()).get("statusFrom").textValue()).isEqualTo(named.apps().get(0) + "-all");
    }
}
