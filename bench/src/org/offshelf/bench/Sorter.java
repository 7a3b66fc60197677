package org.offshelf.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Puts more lines in order than memory holds, in files that it deletes: a table that is filled in the order of its primary key
 * is filled several times as fast. Lines that are alike keep the order they came in.
 */
final class Sorter {

    /** Bytes of lines that are held; each takes some more. */
    private static final int HELD = 24 << 20;

    private final Path folder;
    private final Comparator<byte[]> order;
    private final List<Path> runs = new ArrayList<>();
    private List<byte[]> held = new ArrayList<>();
    private int bytes;

    Sorter(Path folder, Comparator<byte[]> order) {
        this.folder = folder;
        this.order = order;
    }

    void add(byte[] line) {
        held.add(line);
        bytes += line.length;
        if (bytes >= HELD) {
            write();
        }
    }

    private void write() {
        held.sort(order);
        try {
            Path run = Files.createTempFile(folder, "run", null);
            runs.add(run);
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 18))) {
                for (byte[] line : held) {
                    out.writeInt(line.length);
                    out.write(line);
                }
                out.writeInt(-1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held = new ArrayList<>(held.size());
        bytes = 0;
    }

    /** Hands over all lines in order, and forgets them. */
    void drain(Consumer<byte[]> lines) {
        if (runs.isEmpty()) {
            held.sort(order);
            held.forEach(lines);
            held = new ArrayList<>();
            return;
        }
        write();
        PriorityQueue<Run> open = new PriorityQueue<>(
                Comparator.comparing((Run run) -> run.line, order).thenComparing(run -> run.number));
        for (int i = 0; i < runs.size(); i++) {
            Run run = new Run(i, runs.get(i));
            if (run.line != null) {
                open.add(run);
            }
        }
        while (!open.isEmpty()) {
            Run least = open.remove();
            lines.accept(least.line);
            least.next();
            if (least.line != null) {
                open.add(least);
            }
        }
        runs.clear();
    }

    private static final class Run {

        private final int number;
        private final Path file;
        private final DataInputStream in;
        private byte[] line;

        Run(int number, Path file) {
            this.number = number;
            this.file = file;
            try {
                this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            next();
        }

        void next() {
            try {
                int length = in.readInt();
                if (length >= 0) {
                    line = new byte[length];
                    in.readFully(line);
                } else {
                    line = null;
                    in.close();
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
