package org.offshelf;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A registry apart from the one whose records the tests of queries count: for tests that change what there is. */
public class OwnRegistry implements QuarkusTestProfile {
}
