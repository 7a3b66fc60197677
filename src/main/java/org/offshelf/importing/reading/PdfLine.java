package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.offshelf.importing.reading.PdfPage.Glyph;

/** Characters on one line, with a space where there is a gap and a tabulator where there is a wide one. */
record PdfLine(String text, double left, double right, double baseline, double size) {

    static List<PdfLine> of(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::baseline));
        List<PdfLine> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Glyph glyph : sorted) {
            if (!line.isEmpty()
                    && glyph.baseline() - line.get(0).baseline() > 0.5 * Math.min(glyph.size(), line.get(0).size())) {
                lines.add(line(line));
                line = new ArrayList<>();
            }
            line.add(glyph);
        }
        if (!line.isEmpty()) {
            lines.add(line(line));
        }
        return lines;
    }

    private static PdfLine line(List<Glyph> glyphs) {
        glyphs.sort(Comparator.comparingDouble(Glyph::left));
        StringBuilder text = new StringBuilder();
        Glyph last = null;
        for (Glyph glyph : glyphs) {
            if (last != null && glyph.text().equals(last.text()) && Math.abs(glyph.left() - last.left()) < glyph.size() * 0.2) {
                // Bold type made by printing twice
                continue;
            }
            if (last != null) {
                double gap = glyph.left() - last.right();
                text.append(gap > glyph.size() * 1.1 ? "\t" : gap > glyph.size() * 0.22 ? " " : "");
            }
            text.append(glyph.text());
            last = glyph;
        }
        return new PdfLine(text.toString(), glyphs.get(0).left(), last == null ? 0 : last.right(), glyphs.get(0).baseline(),
                glyphs.get(0).size());
    }

    /** What stands between this line and the next, which belongs to the same text. */
    String goesOn(PdfLine next) {
        return Texts.join(List.of(text.substring(text.length() - 1), next.text.substring(0, 1))).contains(" ") ? " " : "";
    }
}
