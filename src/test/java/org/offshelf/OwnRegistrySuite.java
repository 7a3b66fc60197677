package org.offshelf;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that have a registry to themselves, by a test profile. They run beside {@link SharedRegistrySuite}. */
@Suite(failIfNoTests = true)
@SelectPackages("org.offshelf")
@IncludeClassNamePatterns(".*Test")
@IncludeTags(OwnRegistrySuite.TAG)
public class OwnRegistrySuite {

    /** Of each test class with a profile. */
    public static final String TAG = "own-registry";
}
