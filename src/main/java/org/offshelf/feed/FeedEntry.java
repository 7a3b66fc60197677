package org.offshelf.feed;

import java.time.Instant;
import java.util.List;

/**
 * A record as feed readers show it.
 *
 * @param path of the record
 * @param title what the record is called
 * @param updated when it was changed last
 * @param summary what was changed
 * @param tags type, op and cause of the change
 */
record FeedEntry(String path, String title, Instant updated, String summary, List<String> tags) {

    /** The same for ever, wherever the registry is served. */
    String id() {
        return "tag:offshelf.org,2026:" + path;
    }
}
