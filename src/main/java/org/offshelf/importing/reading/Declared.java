package org.offshelf.importing.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a document was said to be. */
record Declared(Format format, String words) {

    private static final Set<Format> PLAIN = EnumSet.of(Format.TEXT, Format.MARKDOWN, Format.CSV);

    static Declared of(String mediaType, String fileName) {
        Format byName = byExtension(fileName);
        Format format = byName == null ? byType(mediaType) : byName;
        String words = byName == null ? mediaType : fileName.substring(fileName.lastIndexOf('.'));
        return new Declared(format, words);
    }

    private static Format byExtension(String fileName) {
        String extension = fileName == null ? "" : fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "html", "htm", "xhtml", "shtml" -> Format.HTML;
            case "md", "markdown" -> Format.MARKDOWN;
            case "txt", "text" -> Format.TEXT;
            case "csv", "tsv" -> Format.CSV;
            case "xlsx", "xlsm" -> Format.XLSX;
            case "docx", "docm" -> Format.DOCX;
            case "pdf" -> Format.PDF;
            default -> null;
        };
    }

    private static Format byType(String mediaType) {
        String type = mediaType == null ? "" : mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> Format.HTML;
            case "text/markdown" -> Format.MARKDOWN;
            case "text/plain" -> Format.TEXT;
            case "text/csv", "text/tab-separated-values" -> Format.CSV;
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> Format.XLSX;
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> Format.DOCX;
            case "application/pdf" -> Format.PDF;
            default -> null;
        };
    }

    /** Kinds of plain text are not told apart so strictly. */
    void compare(Format found, List<Warning> warnings) {
        if (format != null && format != found && !(PLAIN.contains(found) && PLAIN.contains(format))) {
            warnings.add(new Warning(Warning.Kind.FORMAT, "document",
                    "The document is called " + words + " and was read as " + found + "."));
        }
    }
}
