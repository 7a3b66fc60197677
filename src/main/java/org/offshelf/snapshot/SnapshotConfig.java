package org.offshelf.snapshot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where snapshots are kept, how many, and when one is not to be trusted. */
@ConfigMapping(prefix = "offshelf.snapshots")
interface SnapshotConfig {

    /** Beside the embedded database they are of. Several instances of one registry share it, as they share the database. */
    @WithDefault("${offshelf.database.folder:data/database}/../snapshots")
    Path folder();

    /**
     * When one is written, if there is a new revision (Quartz cron, in Asia/Shanghai), and the first as soon as there is
     * something; {@code off} for only on demand.
     */
    @WithDefault("0 15 3 * * ?")
    String cron();

    /** How many are kept, the latest; all if not set. */
    OptionalInt kept();

    /** The share of a collection's current records that may be gone since the snapshot before. */
    @WithDefault("0.05")
    double mostVanished();

    /** So many may be gone whatever their share: of seven penalties, one is more than a twentieth. */
    @WithDefault("3")
    int fewVanished();

    /** How long somebody who asks for one waits for it before the answer is that it is under way. */
    @WithDefault("10S")
    Duration answerWithin();

    /** How long an instance that does not say it is alive keeps its claim. */
    @WithDefault("60S")
    Duration lease();
}
