package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

class ProblemTest {

    private static final List<String> STORES = List.of("apple", "huawei");

    @Test
    void isWrittenInTheOrderPeopleRead() throws Exception {
        var problem = Problem.of(ProblemType.INVALID_PARAMETER,
                List.of(Fault.unknownParameter("catagory", List.of("category", "store")),
                        Fault.unknownValue("store", "huawai", STORES)))
                .trying("/v1/findings?store=huawei").documentedAt("https://offshelf.org/docs").at("urn:request:1");

        assertThat(new ObjectMapper().writeValueAsString(problem)).isEqualTo("""
                {"type":"https://offshelf.org/problems/invalid-parameter","title":"Invalid parameter","status":400,\
                "detail":"Two parameters were not understood. Nothing was ignored.","instance":"urn:request:1",\
                "errors":[{"parameter":"catagory","code":"unknown-parameter",\
                "message":"There is no parameter `catagory` here. Did you mean `category`?","didYouMean":"category"},\
                {"parameter":"store","value":"huawai","code":"unknown-value",\
                "message":"`store` has no value `huawai`. Did you mean `huawei`?",\
                "allowed":["apple","huawei"],"didYouMean":"huawei"}],\
                "try":"/v1/findings?store=huawei","docs":"https://offshelf.org/docs"}""");
    }

    @Test
    void leavesOutWhatItDoesNotKnow() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(Problem.of(ProblemType.GONE, "Retracted: a duplicate."))).isEqualTo("""
                {"type":"https://offshelf.org/problems/gone","title":"Retracted","status":410,\
                "detail":"Retracted: a duplicate."}""");
    }

    @Test
    void countsParametersRatherThanFaults() {
        var twice = List.of(Fault.unknownValue("store", "a", STORES), Fault.unknownValue("store", "b", STORES));
        assertThat(Problem.of(ProblemType.INVALID_PARAMETER, twice).detail())
                .isEqualTo("One parameter was not understood. Nothing was ignored.");
    }

    @Test
    void speaksOfFieldsForABody() {
        assertThat(Problem.of(ProblemType.UNPROCESSABLE, List.of(Fault.missing("title"), Fault.missing("kind"))).detail())
                .isEqualTo("Two fields were not valid. Nothing was changed.");
    }
}
