package org.offshelf.importing.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.offshelf.importing.reading.DocumentRefused.Kind;

/** Recognises formats that are not text by their first bytes. */
final class Signatures {

    private static final Map<String, String> NOT_READ = Map.of("\u0089PNG", "a picture (PNG)", "\u00ff\u00d8\u00ff",
            "a picture (JPEG)", "GIF8", "a picture (GIF)", "Rar!", "a RAR archive", "7z\u00bc\u00af", "a 7z archive",
            "\u001f\u008b", "a gzip archive", "BM\u0000", "a picture (BMP)", "II*\u0000", "a picture (TIFF)", "RIFF",
            "a picture or recording");
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0";
    /** The directory of such a file has its names in UTF-16. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private Signatures() {
    }

    /** @return null for what may be text */
    static Format packed(byte[] bytes, Budget budget) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return OfficePackage.format(bytes, budget);
        }
        int pdf = start.indexOf("%PDF-");
        if (pdf >= 0 && (pdf == 0 || !start.substring(0, pdf).contains("<"))) {
            return Format.PDF;
        }
        if (start.startsWith(OLE)) {
            if (contains(bytes, ENCRYPTED)) {
                throw new DocumentRefused(Kind.ENCRYPTED, "The document needs a password.");
            }
            throw new DocumentRefused(Kind.UNSUPPORTED,
                    "This is a document of Word or Excel 97 to 2003; save it as DOCX or XLSX.");
        }
        NOT_READ.forEach((signature, what) -> {
            if (start.startsWith(signature)) {
                throw new DocumentRefused(Kind.UNSUPPORTED, "This is " + what + "; there is no text in it to read.");
            }
        });
        return null;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
