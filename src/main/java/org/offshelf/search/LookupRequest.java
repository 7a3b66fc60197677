package org.offshelf.search;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.http.BodyText;
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.query.Search;

@Schema(description = "What to look up.")
record LookupRequest(
        @Schema(description = "Ids, aliases, Android packages, iOS ids or ICP filing numbers; at most 1,000.", required = true, minItems = 1, maxItems = LookupRequest.MOST, examples = "[\"android:com.tencent.mm\", \"miit-2021-11\"]") List<String> ids) {

    static final int MOST = 1_000;

    void check() {
        List<Fault> faults = new ArrayList<>();
        if (ids == null || ids.isEmpty()) {
            faults.add(Fault.missing("/ids").inBody());
        } else if (ids.size() > MOST) {
            faults.add(
                    Fault.invalidValue("/ids", null, "At most " + MOST + " are looked up at once, and these are " + ids.size()
                            + ". Send them in " + (ids.size() + MOST - 1) / MOST + " requests.").inBody());
        } else {
            for (int i = 0; i < ids.size(); i++) {
                BodyText.check("/ids/" + i, ids.get(i), Search.MAX_LENGTH, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_BODY, faults));
        }
    }
}
