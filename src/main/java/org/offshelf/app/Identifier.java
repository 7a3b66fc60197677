package org.offshelf.app;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a platform calls an app.
 *
 * @param scheme {@code android} (package), {@code ios} (bundle or track id) or {@code icp} (filing number)
 */
@Embeddable
public record Identifier(@Column(name = "scheme", nullable = false) String scheme,
        @Column(name = "value", nullable = false) String value) {
}
