package org.offshelf.importing.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonRawValue;

@Schema(name = "ImportRows")
record ImportRows(ImportList.Meta meta, @JsonRawValue @Schema(implementation = ReportRow[].class) String results,
        @Schema(description = "`next` goes on, where there is more.") Map<String, String> links) {

    private static final Pattern NUMBER = Pattern.compile("^\\{\\s*\"row\"\\s*:\\s*(\\d+)");

    static ImportRows of(String id, String outcome, String difference, int limit, int count, List<String> rows) {
        Map<String, String> links = new LinkedHashMap<>();
        if (limit > 0 && rows.size() == limit) {
            var last = NUMBER.matcher(rows.get(limit - 1));
            if (last.find()) {
                links.put("next", "/v1/imports/" + id + "/rows?" + (outcome == null ? "" : "outcome=" + outcome + "&")
                        + (difference == null ? "" : "difference=" + difference + "&") + "limit=" + limit + "&after="
                        + last.group(1));
            }
        }
        return new ImportRows(new ImportList.Meta(count, limit), '[' + String.join(",", rows) + ']', links);
    }
}
