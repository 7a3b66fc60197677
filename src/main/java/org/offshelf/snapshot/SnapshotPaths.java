package org.offshelf.snapshot;

/** Where snapshots are. */
final class SnapshotPaths {

    static final String ALL = "/v1/snapshots";
    static final String DCAT = ALL + "/dcat";
    static final String DATASET = ALL + "/dataset";

    private SnapshotPaths() {
    }

    static String of(long revision) {
        return ALL + '/' + revision;
    }

    static String file(long revision, String name) {
        return of(revision) + "/files/" + name;
    }
}
