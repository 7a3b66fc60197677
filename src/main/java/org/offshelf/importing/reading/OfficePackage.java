package org.offshelf.importing.reading;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.offshelf.importing.reading.DocumentRefused.Kind;

/** The zip file that a workbook or text document is. Unpacked once to be measured, before anything keeps what comes out. */
final class OfficePackage {

    static {
        // Long lists of the same few words are packed better than POI thinks decent; what they unpack to is measured here
        ZipSecureFile.setMinInflateRatio(0);
    }

    private OfficePackage() {
    }

    /** What kind of document lies in the zip file, as POI will read it. Measures it on the way. */
    static Format format(byte[] bytes, Budget budget) {
        Limits limits = budget.limits();
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        byte[] buffer = new byte[32 << 10];
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8", true, true)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().toLowerCase(Locale.ROOT));
                if (names.size() > limits.parts()) {
                    throw tooLarge("has more than " + limits.parts() + " parts");
                }
                long part = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    part += read;
                    unpacked += read;
                    if (part > limits.partBytes() || unpacked > limits.unpackedBytes()) {
                        throw tooLarge("unpacks to more than is read");
                    }
                    budget.time();
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new DocumentRefused(Kind.DAMAGED, "The zip file is broken.", broken);
        }
        if (names.isEmpty()) {
            throw new DocumentRefused(Kind.DAMAGED, "The zip file is broken.");
        }
        return format(names);
    }

    private static Format format(Set<String> names) {
        if (names.contains("word/document.xml")) {
            return Format.DOCX;
        }
        if (names.contains("xl/workbook.xml")) {
            return Format.XLSX;
        }
        String what = names.contains("xl/workbook.bin") ? "an XLSB workbook; save it as XLSX"
                : names.contains("content.xml") ? "an OpenDocument file; save it as XLSX or DOCX"
                        : names.stream().anyMatch(name -> name.startsWith("ppt/")) ? "a presentation"
                                : "a zip file without a workbook or text document";
        throw new DocumentRefused(Kind.UNSUPPORTED, "This is " + what + ".");
    }

    static OPCPackage open(byte[] bytes) {
        try {
            return OPCPackage.open(new ByteArrayInputStream(bytes));
        } catch (OpenXML4JException | OpenXML4JRuntimeException | IOException | IllegalArgumentException
                | IllegalStateException broken) {
            throw damaged(broken);
        }
    }

    static DocumentRefused damaged(Exception broken) {
        return new DocumentRefused(Kind.DAMAGED, "The document is broken: its parts do not fit together.", broken);
    }

    private static DocumentRefused tooLarge(String what) {
        return new DocumentRefused(Kind.TOO_LARGE, "The document " + what + ".");
    }

    /** Stops reading a part once the document has used up its time. */
    static InputStream timed(InputStream part, Budget budget) {
        return new FilterInputStream(part) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                budget.time();
                return super.read(into, from, length);
            }
        };
    }
}
