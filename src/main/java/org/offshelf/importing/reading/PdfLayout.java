package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.PdfPage.Glyph;
import org.offshelf.importing.reading.PdfPage.Image;

/** Puts what stands on the pages in reading order: tables, the paragraphs around them, and pictures. */
final class PdfLayout {

    private static final Pattern PAGE_NUMBER = Pattern
            .compile("[-—–\\s]*\\d{1,4}[-—–\\s]*|第\\s*\\d+\\s*页.{0,12}|\\d+\\s*/\\s*\\d+");
    /** Smaller pictures are seals and emblems. */
    private static final double LARGE = 120;

    private record Placed(Block block, double top) {
    }

    private final Budget budget;
    private final List<Block> blocks;
    private int tables;

    PdfLayout(Budget budget, List<Block> blocks) {
        this.budget = budget;
        this.blocks = blocks;
    }

    void page(int number, PdfPage page) {
        List<Placed> placed = new ArrayList<>();
        List<PdfTable> ruled = PdfTable.of(page.rules, budget);
        List<Glyph> rest = new ArrayList<>();
        for (Glyph glyph : page.glyphs) {
            budget.time();
            if (ruled.stream().noneMatch(table -> table.take(glyph))) {
                rest.add(glyph);
            }
        }
        for (PdfTable table : ruled) {
            placed.add(new Placed(table.table("page " + number + ", table " + ++tables), table.top()));
        }
        paragraphs(number, PdfLine.of(rest), placed);
        for (Image image : page.images) {
            if (page.glyphs.isEmpty() || image.width() >= LARGE && image.height() >= LARGE) {
                placed.add(new Placed(new Block.Picture("", "page " + number), image.top()));
            }
        }
        placed.sort(Comparator.comparingDouble(Placed::top));
        placed.forEach(each -> blocks.add(each.block()));
    }

    /** A line that reaches the right edge goes on in the next, unless that one is indented or set in columns. */
    private void paragraphs(int number, List<PdfLine> lines, List<Placed> placed) {
        double right = lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
        double left = lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
        StringBuilder paragraph = new StringBuilder();
        double top = 0;
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            if (i == lines.size() - 1 && PAGE_NUMBER.matcher(line.text()).matches()) {
                break;
            }
            if (paragraph.isEmpty()) {
                first = i + 1;
                top = line.baseline() - line.size();
            }
            paragraph.append(line.text());
            PdfLine next = i + 1 < lines.size() ? lines.get(i + 1) : null;
            boolean goesOn = next != null && line.right() > right - line.size() * 1.6
                    && next.left() < left + next.size() * 1.2 && next.baseline() - line.baseline() < line.size() * 3
                    && paragraph.indexOf("\t") < 0 && next.text().indexOf('\t') < 0;
            if (goesOn) {
                paragraph.append(line.goesOn(next));
            } else {
                placed.add(new Placed(line(number, first, paragraph.toString()), top));
                paragraph.setLength(0);
            }
        }
        if (!paragraph.isEmpty()) {
            placed.add(new Placed(line(number, first, paragraph.toString()), top));
        }
    }

    private Block.Line line(int page, int number, String text) {
        String place = "page " + page + ", line " + number;
        budget.text(place, 0);
        return new Block.Line(text.strip(), false, place);
    }
}
