package org.offshelf.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that clients should move away from: its answers carry {@code Deprecation} (RFC 9745), {@code Sunset}
 * (RFC 8594) and a link to what takes its place. Add {@link Deprecated} as well, and the OpenAPI document says so too.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeprecatedSince {

    /** The day, ISO 8601. */
    String value();

    /** The day after which it may be gone, ISO 8601; empty while that is open. Not before {@link #value}. */
    String sunset() default "";

    /** The path of what takes its place; empty if nothing does. */
    String successor() default "";
}
