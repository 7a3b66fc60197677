package org.offshelf.feed;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A feed in the form of JSON Feed 1.1. */
record JsonFeed(String version, String title, @JsonProperty("home_page_url") String home, @JsonProperty("feed_url") String self,
        List<Item> items) {

    static JsonFeed of(String base, String self, String title, List<FeedEntry> entries) {
        return new JsonFeed("https://jsonfeed.org/version/1.1", title, base + "/v1", base + self, entries.stream()
                .map(entry -> new Item(entry.id(), base + entry.path(), entry.title(), entry.summary(),
                        entry.updated().toString(),
                        entry.tags()))
                .toList());
    }

    record Item(String id, String url, String title, @JsonProperty("content_text") String text,
            @JsonProperty("date_modified") String modified, List<String> tags) {
    }
}
