package org.offshelf.snapshot;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.jboss.resteasy.reactive.PathPart;
import org.offshelf.http.IfNoneMatch;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

/**
 * Sends a file that never changes, whole or in part, by the server's own way of sending files.
 *
 * @param mediaType of the bytes as they are sent
 * @param modified when it was written
 */
record FileAnswer(Path file, String mediaType, long bytes, String sha256, Instant modified) {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    Response to(HttpHeaders request) {
        if (isHeld(request)) {
            return headers(Response.notModified()).build();
        }
        Optional<ByteRange> range = isStillMeant(request) ? ByteRange.parse(request.getHeaderString("Range"), bytes)
                : Optional.empty();
        if (range.isEmpty()) {
            return headers(Response.ok(new PathPart(file, 0, bytes), mediaType))
                    .header(HttpHeaders.CONTENT_LENGTH, bytes).build();
        }
        if (!range.get().isSatisfiable()) {
            throw ProblemException.of(ProblemType.RANGE_NOT_SATISFIABLE, "The file has " + bytes + " bytes.")
                    .withHeader("Content-Range", "bytes */" + bytes);
        }
        return headers(Response.status(Response.Status.PARTIAL_CONTENT)
                .entity(new PathPart(file, range.get().first(), range.get().length())).type(mediaType))
                .header(HttpHeaders.CONTENT_LENGTH, range.get().length())
                .header("Content-Range", range.get().contentRange(bytes)).build();
    }

    private ResponseBuilder headers(ResponseBuilder response) {
        return response.header(HttpHeaders.ETAG, etag()).header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(modified)).header("Accept-Ranges", "bytes")
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ':')
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.getFileName() + '"');
    }

    String etag() {
        return '"' + sha256 + '"';
    }

    /** The tag goes before the date (RFC 9110, 13.2.2). */
    private boolean isHeld(HttpHeaders request) {
        String tags = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return tags != null ? IfNoneMatch.parse(tags).matches(etag())
                : date(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE)).filter(since -> !modifiedSecond().isAfter(since))
                        .isPresent();
    }

    /** Whether what the client has the beginning of is this file. */
    private boolean isStillMeant(HttpHeaders request) {
        String held = request.getHeaderString("If-Range");
        return held == null || held.strip().equals(etag())
                || date(held).filter(date -> date.equals(modifiedSecond())).isPresent();
    }

    private Instant modifiedSecond() {
        return modified.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(date -> ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
