package org.offshelf.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of answers of a deprecated operation that they are. */
class Deprecations {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'",
            Locale.ENGLISH);

    @ServerResponseFilter
    void mark(ContainerResponseContext response, ResourceInfo operation) {
        if (operation == null || operation.getResourceMethod() == null) {
            return;
        }
        DeprecatedSince deprecated = operation.getResourceMethod().getAnnotation(DeprecatedSince.class);
        if (deprecated == null) {
            return;
        }
        response.getHeaders().add("Deprecation", "@" + instant(deprecated.value()).getEpochSecond());
        if (!deprecated.sunset().isEmpty()) {
            response.getHeaders().add("Sunset",
                    HTTP_DATE.format(instant(deprecated.sunset()).atOffset(ZoneOffset.UTC)));
        }
        if (!deprecated.successor().isEmpty()) {
            response.getHeaders().add("Link", "<" + deprecated.successor() + ">; rel=\"successor-version\"");
        }
    }

    private static Instant instant(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
