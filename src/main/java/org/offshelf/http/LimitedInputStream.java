package org.offshelf.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts a body of unsaid length while it is read, and stops at the limit. */
final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedInputStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) {
        read += more;
        if (read > limit) {
            throw new ProblemException(Bodies.tooLarge(limit)).withHeader("Connection", "close");
        }
    }
}
