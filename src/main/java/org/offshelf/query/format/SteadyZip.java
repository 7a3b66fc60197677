package org.offshelf.query.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

import com.github.rzymek.opczip.OpcOutputStream;

/**
 * Takes a workbook as it is zipped and zips it again without the instant it was made at, so that equal rows make equal bytes.
 * Nothing is held back but the small part that says so.
 */
final class SteadyZip extends OutputStream {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";
    private static final int ENTRY = 0x04034b50;
    private static final int ENTRY_HEADER = 30;
    /** What follows an entry's bytes: signature, checksum, and two sizes of four bytes each, or of eight. */
    private static final int DESCRIPTOR = 16;
    private static final int LONG_DESCRIPTOR = 24;

    private final OpcOutputStream out;
    private final Inflater inflater = new Inflater(true);
    private final ByteArrayOutputStream properties = new ByteArrayOutputStream();
    private final byte[] inflated = new byte[8192];
    private byte[] waiting = new byte[0];
    private String entry;
    private boolean isOver;

    SteadyZip(OutputStream out) {
        this.out = new OpcOutputStream(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] { (byte) one }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] now = Arrays.copyOf(waiting, waiting.length + length);
        System.arraycopy(bytes, offset, now, waiting.length, length);
        waiting = now;
        while (!isOver && (entry == null ? begin() : inflate())) {
            // As far as what is there goes.
        }
    }

    /** @return whether there was a whole header, and so may be more */
    private boolean begin() throws IOException {
        ByteBuffer header = ByteBuffer.wrap(waiting).order(ByteOrder.LITTLE_ENDIAN);
        if (waiting.length >= Integer.BYTES && header.getInt(0) != ENTRY) {
            // The directory of what went before.
            isOver = true;
            return false;
        }
        int name = waiting.length < ENTRY_HEADER ? 0 : header.getShort(26);
        int size = waiting.length < ENTRY_HEADER ? ENTRY_HEADER : ENTRY_HEADER + name + header.getShort(28);
        if (waiting.length < size) {
            return false;
        }
        entry = new String(waiting, ENTRY_HEADER, name, StandardCharsets.UTF_8);
        out.putNextEntry(new ZipEntry(entry));
        inflater.reset();
        drop(size);
        return true;
    }

    /** @return whether the entry ended */
    private boolean inflate() throws IOException {
        OutputStream target = entry.equals(PROPERTIES) ? properties : out;
        try {
            if (!inflater.finished()) {
                inflater.setInput(waiting);
                for (int n = inflater.inflate(inflated); n > 0; n = inflater.inflate(inflated)) {
                    target.write(inflated, 0, n);
                }
                drop(waiting.length - inflater.getRemaining());
            }
        } catch (DataFormatException e) {
            throw new IOException("The workbook cannot be read", e);
        }
        return inflater.finished() && end();
    }

    /** Which descriptor it is shows by what comes after it: there is always more, at least the directory. */
    private boolean end() throws IOException {
        if (waiting.length < LONG_DESCRIPTOR + 2) {
            return false;
        }
        drop(waiting[DESCRIPTOR] == 'P' && waiting[DESCRIPTOR + 1] == 'K' ? DESCRIPTOR : LONG_DESCRIPTOR);
        if (entry.equals(PROPERTIES)) {
            out.write(properties.toString(StandardCharsets.UTF_8).replaceAll(CREATED, "").getBytes(StandardCharsets.UTF_8));
        }
        out.closeEntry();
        entry = null;
        return true;
    }

    private void drop(int bytes) {
        waiting = Arrays.copyOfRange(waiting, bytes, waiting.length);
    }

    /** Once the workbook is whole. What it was to be written to stays open. */
    void finish() throws IOException {
        inflater.end();
        out.finish();
    }
}
