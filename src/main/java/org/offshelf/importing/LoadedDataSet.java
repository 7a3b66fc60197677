package org.offshelf.importing;

import jakarta.enterprise.context.ApplicationScoped;

/** Which data set this instance started with. */
@ApplicationScoped
public class LoadedDataSet {

    private volatile Entries.Manifest manifest;

    void is(Entries.Manifest loaded) {
        manifest = loaded;
    }

    /** Null if none was loaded. */
    public String name() {
        return manifest == null ? null : manifest.name();
    }

    /** Null if none was loaded. */
    public String version() {
        return manifest == null ? null : manifest.version();
    }
}
