package org.offshelf;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that share one registry, which none of them changes, and those that need none. Maven runs the two suites beside
 * each other, each in a process of its own; together they are all tests.
 */
@Suite(failIfNoTests = true)
@SelectPackages("org.offshelf")
@IncludeClassNamePatterns(".*Test")
@ExcludeTags(OwnRegistrySuite.TAG)
class SharedRegistrySuite {
}
