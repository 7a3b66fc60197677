package org.offshelf;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A registry for tests that write much, which would slow the others down. */
public class LargeRegistry implements QuarkusTestProfile {
}
