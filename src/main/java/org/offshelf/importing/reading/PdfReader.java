package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.offshelf.importing.reading.DocumentRefused.Kind;

/** Reads the text layer of a PDF: tables by the lines drawn around their cells, the rest line by line. */
final class PdfReader {

    static {
        FontMappers.set(new PdfFonts());
    }

    private PdfReader() {
    }

    static Document read(byte[] bytes, Budget budget, List<Warning> warnings) {
        PdfStreams.measure(bytes, budget);
        List<Block> blocks = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            budget.page(pdf.getNumberOfPages());
            new PdfText(new PdfLayout(budget, blocks), budget).writeText(pdf, Writer.nullWriter());
        } catch (InvalidPasswordException encrypted) {
            throw new DocumentRefused(Kind.ENCRYPTED, "The PDF needs a password.", encrypted);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException | NullPointerException
                | IndexOutOfBoundsException | NegativeArraySizeException | ArithmeticException broken) {
            throw new DocumentRefused(Kind.DAMAGED, "The PDF is broken.", broken);
        }
        return new Document(Format.PDF, List.copyOf(blocks), warnings);
    }
}
