package org.offshelf.importing.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.offshelf.importing.reading.PdfPage.Glyph;

/** Gathers the characters of each page, and leaves their order to the layout. */
final class PdfText extends PDFTextStripper {

    private final PdfLayout layout;
    private final Budget budget;
    private List<Glyph> glyphs = new ArrayList<>();

    PdfText(PdfLayout layout, Budget budget) {
        this.layout = layout;
        this.budget = budget;
    }

    @Override
    protected void startPage(PDPage page) {
        glyphs = new ArrayList<>();
        budget.page(getCurrentPageNo());
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.time();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        String unicode = text.getUnicode() == null ? "" : Texts.plain(text.getUnicode());
        if (!unicode.isBlank()) {
            budget.text("Page " + getCurrentPageNo(), unicode.length());
            if (glyphs.size() >= budget.limits().cellCharacters()) {
                throw new DocumentRefused(DocumentRefused.Kind.TOO_LARGE, "Page " + getCurrentPageNo() + " holds more than "
                        + budget.limits().cellCharacters() + " characters.");
            }
            double left = text.getXDirAdj();
            glyphs.add(new Glyph(unicode, left, left + text.getWidthDirAdj(), text.getYDirAdj(),
                    Math.max(1, text.getFontSizeInPt())));
        }
    }

    @Override
    protected void writePage() {
        // Not the library's order
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        super.processPage(page);
        layout.page(getCurrentPageNo(), new PdfPage(page, glyphs, budget));
        glyphs = new ArrayList<>();
    }
}
