package org.offshelf.hot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.offshelf.http.CodedEtags;
import org.offshelf.http.IfNoneMatch;
import org.offshelf.ledger.LatestRevision;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * An answer as it was sent, to be sent again.
 *
 * @param validity how long it may be sent
 * @param history in which the revision has been made
 * @param etag as it stood in the answer
 * @param whole fields of an answer with a body; null where the client held the body already
 * @param notModified fields of a 304; null for an answer of which only this is kept: that it cannot be
 * @param body coded as the fields say; null like {@code whole}
 * @param template of the path, by which requests are counted; null if there is none
 */
record Kept(Validity validity, long history, String etag, List<Map.Entry<CharSequence, CharSequence>> whole,
        List<Map.Entry<CharSequence, CharSequence>> notModified, Buffer body, String template) {

    static final int OK = 200;
    static final int NOT_MODIFIED = 304;
    /** What objects take beside the text they hold, about. */
    private static final int OVERHEAD = 600;
    private static final int FIELD_OVERHEAD = 96;

    /** Of each request its own. */
    private static final Set<String> OF_REQUEST = caseless("X-Request-Id", "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods",
            "Access-Control-Expose-Headers", "RateLimit", "RateLimit-Policy", "Content-Length", "Transfer-Encoding",
            "Connection", "Date");
    /** About bytes, which a 304 has none of; its tag is the one that was named. */
    private static final Set<String> OF_BODY = caseless("Content-Type", "Content-Encoding", "Content-Disposition", "Link",
            "ETag");

    static Kept unfit(Validity validity, long history) {
        return new Kept(validity, history, null, null, null, null, null);
    }

    /** @param body null for a 304 */
    static Kept of(Validity validity, long history, MultiMap fields, Buffer body, String template) {
        List<Map.Entry<CharSequence, CharSequence>> whole = new ArrayList<>();
        List<Map.Entry<CharSequence, CharSequence>> notModified = new ArrayList<>();
        for (Map.Entry<String, String> field : fields) {
            if (OF_REQUEST.contains(field.getKey())) {
                continue;
            }
            Map.Entry<CharSequence, CharSequence> entry = Map.entry(new AsciiString(field.getKey()),
                    HttpHeaders.createOptimized(field.getValue()));
            whole.add(entry);
            if (!OF_BODY.contains(field.getKey())) {
                notModified.add(entry);
            }
        }
        String etag = fields.get(HttpHeaders.ETAG);
        if (body == null) {
            return new Kept(validity, history, CodedEtags.plain(etag), null, notModified, null, template);
        }
        whole.add(Map.entry(HttpHeaders.CONTENT_LENGTH, HttpHeaders.createOptimized(Integer.toString(body.length()))));
        return new Kept(validity, history, etag, whole, notModified, body, template);
    }

    private static Set<String> caseless(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(List.of(names));
        return all;
    }

    boolean isFit() {
        return notModified != null;
    }

    boolean holds(LatestRevision.Known last, LocalDate today) {
        return history == last.history() && validity.holds(last.revision(), today);
    }

    /** Or says more of the same. */
    boolean isNewerThan(Kept other) {
        if (history != other.history) {
            return history > other.history;
        }
        int order = validity.compareTo(other.validity);
        return order > 0 || order == 0 && (body != null || other.body == null);
    }

    /** The tag that the client names of this very answer, if it holds that; else null. */
    String held(HttpServerRequest request) {
        String named = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (named == null) {
            return null;
        }
        if (named.equals(etag)) {
            return etag;
        }
        String all = String.join(", ", request.headers().getAll(HttpHeaders.IF_NONE_MATCH));
        String plain = CodedEtags.plain(etag);
        if (!IfNoneMatch.parse(CodedEtags.plain(all)).matches(plain)) {
            return null;
        }
        return CodedEtags.isCoded(all) ? CodedEtags.coded(plain) : plain;
    }

    /** Takes off a response what this would say again. */
    void makeRoom(MultiMap fields) {
        fields.remove(HttpHeaders.ETAG);
        for (Map.Entry<CharSequence, CharSequence> field : whole == null ? notModified : whole) {
            fields.remove(field.getKey());
        }
    }

    void send(HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(OK);
        MultiMap fields = response.headers();
        for (Map.Entry<CharSequence, CharSequence> field : whole) {
            fields.add(field.getKey(), field.getValue());
        }
        if (request.method() == HttpMethod.HEAD) {
            if (fields.contains(HttpHeaders.CONTENT_ENCODING)) {
                // As whatever the server compresses: how long that is, is not known to a HEAD.
                fields.remove(HttpHeaders.CONTENT_LENGTH);
            }
            response.end();
        } else {
            response.end(body);
        }
    }

    /** @param held the tag that the client named */
    void sendNotModified(HttpServerRequest request, String held) {
        HttpServerResponse response = request.response().setStatusCode(NOT_MODIFIED);
        MultiMap fields = response.headers();
        for (Map.Entry<CharSequence, CharSequence> field : notModified) {
            fields.add(field.getKey(), field.getValue());
        }
        fields.add(HttpHeaders.ETAG, held);
        response.end();
    }

    int weight() {
        int weight = OVERHEAD + (body == null ? 0 : body.length());
        if (isFit()) {
            for (Map.Entry<CharSequence, CharSequence> field : whole == null ? notModified : whole) {
                weight += FIELD_OVERHEAD + field.getKey().length() + field.getValue().length();
            }
        }
        return weight;
    }
}
