package org.offshelf.importing.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ImportRows")
record ImportRows(ImportList.Meta meta, List<ReportRow> results,
        @Schema(description = "`next` goes on, where there is more.") Map<String, String> links) {

    static ImportRows of(String id, String outcome, String difference, int limit, int count, List<ReportRow> rows) {
        Map<String, String> links = new LinkedHashMap<>();
        if (limit > 0 && rows.size() == limit) {
            links.put("next", "/v1/imports/" + id + "/rows?" + (outcome == null ? "" : "outcome=" + outcome + "&")
                    + (difference == null ? "" : "difference=" + difference + "&") + "limit=" + limit + "&after="
                    + rows.get(limit - 1).row());
        }
        return new ImportRows(new ImportList.Meta(count, limit), rows, links);
    }
}
