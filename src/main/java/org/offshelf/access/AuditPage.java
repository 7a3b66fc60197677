package org.offshelf.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lines in the envelope of all lists, newest first. */
record AuditPage<T>(Meta meta, List<T> results, Links links) {

    @Schema(name = "AuditMeta", requiredProperties = { "limit", "nextCursor" })
    record Meta(@Schema(description = "The most lines an answer holds.", examples = "50") int limit,
            @Schema(description = "`cursor` of the next page; null on the last.", nullable = true, examples = "763") String nextCursor) {
    }

    @Schema(name = "AuditLinks", requiredProperties = { "next" })
    record Links(
            @Schema(description = "The next page; null on the last.", nullable = true, examples = "/v1/audit?limit=50&cursor=763") String next) {
    }

    /** @param found one more than the page holds, if there are more */
    static <T> AuditPage<T> of(String path, AuditQuery query, List<T> found, ToLongFunction<T> id) {
        if (found.size() <= query.limit()) {
            return new AuditPage<>(new Meta(query.limit(), null), found, new Links(null));
        }
        List<T> page = List.copyOf(found.subList(0, query.limit()));
        long last = id.applyAsLong(page.get(page.size() - 1));
        String next = query.after(last).entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
        return new AuditPage<>(new Meta(query.limit(), String.valueOf(last)), page, new Links(next));
    }
}
