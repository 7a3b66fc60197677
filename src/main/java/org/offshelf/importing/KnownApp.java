package org.offshelf.importing;

import java.util.List;

import org.offshelf.app.AppKind;

/**
 * An app as far as it takes to recognise it.
 *
 * @param identity its kind, the name it was first known by, and its operator's identity
 * @param operator null if it is not known
 * @param isNew whether it is only about to be made
 */
record KnownApp(String id, String identity, AppKind kind, String name, List<String> aliases, String operator, boolean isNew) {

    KnownApp runBy(String company) {
        return new KnownApp(id, identity, kind, name, aliases, company, isNew);
    }
}
