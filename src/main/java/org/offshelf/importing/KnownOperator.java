package org.offshelf.importing;

import java.util.List;

/** A company as far as it takes to recognise it. */
record KnownOperator(String id, String identity, String name, List<String> aliases) {
}
