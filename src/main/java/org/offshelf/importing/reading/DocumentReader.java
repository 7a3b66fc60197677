package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.DocumentRefused.Kind;

/**
 * Reads a document of any format that is read. The bytes say which it is; what it was called only decides between kinds of
 * text. Takes nothing from anywhere else: no address in a document is ever followed.
 */
public final class DocumentReader {

    private static final Pattern MARKUP = Pattern.compile(
            "(?is)<(!doctype html|html|head|body|table|tr|td|div|p|section|article|span|ul|ol|h[1-6]|meta)\\b[^<>]{0,2000}>");
    private static final Pattern MARKDOWN = Pattern
            .compile(
                    "(?m)^(#{1,6} |---\\s*$|\\s*\\|?\\s*:?-{3,}:?\\s*\\|)|\\*\\*[^*\\n]{1,300}\\*\\*|!\\[[^\\]\\n]{0,300}]\\(");
    private static final int SNIFFED = 4096;

    private final Limits limits;

    public DocumentReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param mediaType as declared; perhaps null
     * @param fileName as declared; perhaps null
     */
    public Document read(byte[] bytes, String mediaType, String fileName) {
        if (bytes.length == 0) {
            throw new DocumentRefused(Kind.EMPTY, "The document is empty.");
        }
        if (bytes.length > limits.bytes()) {
            throw new DocumentRefused(Kind.TOO_LARGE,
                    "The document has " + bytes.length + " bytes; at most " + limits.bytes() + " are read.");
        }
        try {
            Document document = read(bytes, mediaType, fileName, new Budget(limits));
            if (document.blocks().isEmpty()) {
                throw new DocumentRefused(Kind.EMPTY, "There is no text in the document.");
            }
            return document;
        } catch (StackOverflowError tooDeep) {
            throw new DocumentRefused(Kind.DAMAGED, "The document is nested too deeply.", tooDeep);
        }
    }

    private static Document read(byte[] bytes, String mediaType, String fileName, Budget budget) {
        List<Warning> warnings = new ArrayList<>();
        Declared declared = Declared.of(mediaType, fileName);
        Format packed = Signatures.packed(bytes, budget);
        if (packed != null) {
            declared.compare(packed, warnings);
            return switch (packed) {
                case PDF -> PdfReader.read(bytes, budget, warnings);
                case XLSX -> XlsxReader.read(bytes, budget, warnings);
                default -> DocxReader.read(bytes, budget, warnings);
            };
        }
        Encodings.Decoded decoded = Encodings.decode(bytes, mediaType);
        if (decoded.broken() > 0) {
            warnings.add(new Warning(Warning.Kind.FORMAT, "document", decoded.broken() + (decoded.broken() == 1
                    ? " character is"
                    : " characters are") + " broken in the document, which was read as " + decoded.charset()
                    + "; look for � in what was read."));
        }
        String text = Texts.plain(decoded.text());
        if (text.isBlank()) {
            throw new DocumentRefused(Kind.EMPTY, "There is no text in the document.");
        }
        if (text.length() > budget.limits().characters()) {
            throw new DocumentRefused(Kind.TOO_LARGE,
                    "The document holds more than " + budget.limits().characters() + " characters of text.");
        }
        Format format = textFormat(text, declared.format());
        declared.compare(format, warnings);
        return switch (format) {
            case HTML -> HtmlReader.read(text, budget, warnings);
            case MARKDOWN -> MarkdownReader.read(text, budget, warnings);
            case CSV -> CsvReader.read(text, budget, warnings);
            default -> TextReader.read(text, budget, warnings);
        };
    }

    private static Format textFormat(String text, Format declared) {
        String start = text.substring(0, Math.min(text.length(), SNIFFED)).stripLeading();
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<?xml") && !lower.contains("<html") || lower.startsWith("<svg")) {
            throw new DocumentRefused(Kind.UNSUPPORTED, "This is an XML file that is no web page.");
        }
        if (start.startsWith("{\\rtf")) {
            throw new DocumentRefused(Kind.UNSUPPORTED, "This is an RTF file; save it as DOCX.");
        }
        if (declared == Format.HTML || start.startsWith("<") && !lower.startsWith("<!-- ") && MARKUP.matcher(start).find()) {
            return MARKUP.matcher(text).find() ? Format.HTML : plainFormat(text, start);
        }
        if (declared == Format.MARKDOWN || declared == Format.CSV) {
            return declared;
        }
        return plainFormat(text, start);
    }

    private static Format plainFormat(String text, String start) {
        if (CsvReader.looksLike(text)) {
            return Format.CSV;
        }
        return MARKDOWN.matcher(start).find() ? Format.MARKDOWN : Format.TEXT;
    }
}
