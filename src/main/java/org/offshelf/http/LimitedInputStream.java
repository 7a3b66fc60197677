package org.offshelf.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Counts a body of unsaid length while it is read, and stops at the limit, or when it takes too long to arrive. */
final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private final long begun = System.nanoTime();
    private final Duration within;
    private long read;
    private boolean isRefused;

    LimitedInputStream(InputStream in, long limit, Duration within) {
        super(in);
        this.limit = limit;
        this.within = within;
    }

    @Override
    public int read() throws IOException {
        var next = await(super::read);
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = await(() -> super.read(buffer, offset, length));
        if (count > 0) {
            count(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The server beneath reads what is left for as long as something comes. Here the same holds for it as for the rest. */
    @Override
    public void close() throws IOException {
        if (isRefused) {
            return;
        }
        try {
            transferTo(OutputStream.nullOutputStream());
            super.close();
        } catch (ProblemException e) {
            // What was wrong with it before that is told.
        }
    }

    /** Where nothing comes any more, the server beneath stops waiting; and nobody may go on for ever in drops. */
    private int await(Read next) {
        int result;
        try {
            result = next.read();
        } catch (IOException e) {
            throw late();
        }
        if (System.nanoTime() - begun > within.toNanos()) {
            throw late();
        }
        return result;
    }

    private ProblemException late() {
        isRefused = true;
        return new ProblemException(StatusProblem.of(ProblemType.REQUEST_TIMEOUT.status()))
                .withHeader("Connection", "close");
    }

    private void count(int more) {
        read += more;
        if (read > limit) {
            isRefused = true;
            throw new ProblemException(Bodies.tooLarge(limit)).withHeader("Connection", "close");
        }
    }

    @FunctionalInterface
    private interface Read {
        int read() throws IOException;
    }
}
