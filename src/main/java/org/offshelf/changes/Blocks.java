package org.offshelf.changes;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.Position;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The last pieces of the stream. What follows a place is read from the ledger once, however many wait for it there. */
@ApplicationScoped
class Blocks {

    private static final int OVERHEAD = 500;

    private final ChangeReader reader;
    private final Head head;
    private final AsyncCache<Place, Block> blocks;

    Blocks(ChangeReader reader, Head head, StreamConfig config, StreamWork work) {
        this.reader = reader;
        this.head = head;
        this.blocks = Caffeine.newBuilder().maximumWeight(config.kept().asLongValue())
                .weigher((Place place, Block block) -> OVERHEAD + place.filter().length() + block.events().length())
                .executor(work).recordStats().buildAsync();
    }

    /** @param position before the last revision; what is told once of the part behind it never changes */
    CompletableFuture<Block> after(ChangeFilter filter, Position position) {
        return blocks.get(new Place(filter.identity(), position, head.history()),
                any -> Block.of(reader.read(filter, position, head.revision(), Block.LINES)));
    }

    /** How often the ledger was read. */
    long reads() {
        return blocks.synchronous().stats().loadCount();
    }

    private record Place(String filter, Position position, long history) {
    }
}
