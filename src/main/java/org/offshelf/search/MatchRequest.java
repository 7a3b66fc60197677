package org.offshelf.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.http.BodyText;
import org.offshelf.http.Fault;
import org.offshelf.http.JsonPointers;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.query.Search;

@Schema(description = "Names to match, each under a key of your choice.")
record MatchRequest(
        @Schema(description = "At most 100, by keys of your choice.", required = true, minProperties = 1, maxProperties = MatchRequest.MOST) Map<String, Query> queries) {

    static final int MOST = 100;
    static final List<String> KINDS = List.of("app", "sdk", "mini-program", "operator");

    void check() {
        List<Fault> faults = new ArrayList<>();
        if (queries == null || queries.isEmpty()) {
            faults.add(Fault.missing("/queries").inBody());
        } else if (queries.size() > MOST) {
            faults.add(Fault.invalidValue("/queries", null, "At most " + MOST + " names are matched at once, and these are "
                    + queries.size() + ". Send them in " + (queries.size() + MOST - 1) / MOST + " requests.").inBody());
        } else {
            queries.forEach((key, query) -> check(key, query, faults));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_BODY, faults));
        }
    }

    private static void check(String key, Query query, List<Fault> faults) {
        if (!BodyText.isText(key)) {
            faults.add(Fault.invalidValue("/queries", null, "A key holds half a surrogate pair, which is not text.").inBody());
            return;
        }
        String where = "/queries/" + JsonPointers.escaped(key);
        if (query == null) {
            faults.add(Fault.missing(where).inBody());
            return;
        }
        BodyText.check(where + "/name", query.name(), Search.MAX_LENGTH, faults);
        if (query.operator() != null) {
            BodyText.check(where + "/operator", query.operator(), Search.MAX_LENGTH, faults);
        }
        if (query.kind() != null && !KINDS.contains(query.kind())) {
            faults.add(Fault.unknownValue(where + "/kind", BodyText.isText(query.kind()) ? query.kind() : null, KINDS)
                    .inBody());
        }
    }

    @Schema(name = "MatchQuery")
    record Query(@Schema(description = "The name as you have it.", required = true, examples = "豆瓣网") String name,
            @Schema(description = "The company that runs it, if you know it.", examples = "北京豆网科技有限公司") String operator,
            @Schema(description = "What it is; apps, SDKs and mini-programs without it.", enumeration = {
                    "app", "sdk",
                    "mini-program", "operator" }, examples = "app") String kind){

        boolean isOperator() {
            return "operator".equals(kind);
        }
    }
}
