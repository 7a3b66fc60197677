package org.offshelf.changes;

import java.util.concurrent.Executor;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Reads for those who listen. However many filters they have, a few threads and connections at a time are theirs: requests and
 * health need the others.
 */
@Singleton
class StreamWork implements Executor {

    private static final int AT_ONCE = 4;

    private final ManagedExecutor some = ManagedExecutor.builder().maxAsync(AT_ONCE).build();

    @Override
    public void execute(Runnable task) {
        some.execute(task);
    }
}
