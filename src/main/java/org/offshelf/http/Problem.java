package org.offshelf.http;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The one shape of every error answer: an RFC 9457 problem with all faults of the request and the way out of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "type", "title", "status", "detail", "instance", "errors", "try", "docs" })
public record Problem(URI type, String title, int status, String detail, String instance, List<Fault> errors,
        @JsonProperty("try") String tryInstead, String docs) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? null : List.copyOf(errors);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, null, null, null);
    }

    public static Problem of(ProblemType type, List<Fault> faults) {
        return new Problem(type.uri(), type.title(), type.status(), FaultSummary.of(type, faults), null, faults, null, null);
    }

    /** @param url a request that would have worked: the corrected one, or the first page */
    public Problem trying(String url) {
        return new Problem(type, title, status, detail, instance, errors, url, docs);
    }

    /** @param url where the rule that was broken is explained */
    public Problem documentedAt(String url) {
        return new Problem(type, title, status, detail, instance, errors, tryInstead, url);
    }

    /** @param urn the request this problem belongs to; the same id stands in the log */
    Problem at(String urn) {
        return new Problem(type, title, status, detail, urn, errors, tryInstead, docs);
    }
}
