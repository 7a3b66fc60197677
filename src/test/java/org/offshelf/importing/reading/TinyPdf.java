package org.offshelf.importing.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes PDFs of Chinese text and straight lines without embedding a font: readers know the characters of Adobe's Chinese
 * collection by themselves. Positions are measured from the top left corner.
 */
final class TinyPdf {

    private static final int WIDTH = 595;
    private static final int HEIGHT = 842;

    private final List<StringBuilder> pages = new ArrayList<>();

    TinyPdf page() {
        pages.add(new StringBuilder());
        return this;
    }

    TinyPdf text(double x, double y, double size, String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        add("BT /F1 %s Tf %s %s Td <%s> Tj ET", size, x, HEIGHT - y, hex);
        return this;
    }

    TinyPdf line(double x1, double y1, double x2, double y2) {
        add("%s %s m %s %s l S", x1, HEIGHT - y1, x2, HEIGHT - y2);
        return this;
    }

    TinyPdf picture(double x, double y, double width, double height) {
        add("q %s 0 0 %s %s %s cm /P1 Do Q", width, height, x, HEIGHT - y - height);
        return this;
    }

    TinyPdf raw(String operators) {
        pages.get(pages.size() - 1).append(operators).append('\n');
        return this;
    }

    private void add(String form, Object... values) {
        pages.get(pages.size() - 1).append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    /** Draws a table whose cells may span; text that is too long for its cell goes on in the next line. */
    TinyPdf table(double left, double top, double[] widths, List<List<String>> rows, double size) {
        double y = top;
        line(left, y, left + sum(widths, widths.length), y);
        for (List<String> row : rows) {
            int most = 1;
            List<List<String>> wrapped = new ArrayList<>();
            for (int column = 0; column < widths.length; column++) {
                List<String> lines = row.get(column) == null ? List.of() : wrap(row.get(column), (widths[column] - 6) / size);
                wrapped.add(lines);
                most = Math.max(most, lines.size());
            }
            double height = most * size * 1.4 + 6;
            for (int column = 0; column < widths.length; column++) {
                double x = left + sum(widths, column);
                for (int i = 0; i < wrapped.get(column).size(); i++) {
                    text(x + 3, y + 3 + size * (1 + 1.4 * i), size, wrapped.get(column).get(i));
                }
                line(x, y, x, y + height);
                int below = rows.indexOf(row) + 1;
                boolean merged = below < rows.size() && rows.get(below).get(column) == null;
                if (!merged) {
                    line(x, y + height, x + widths[column], y + height);
                }
            }
            line(left + sum(widths, widths.length), y, left + sum(widths, widths.length), y + height);
            y += height;
        }
        return this;
    }

    private static double sum(double[] widths, int to) {
        double sum = 0;
        for (int i = 0; i < to; i++) {
            sum += widths[i];
        }
        return sum;
    }

    private static List<String> wrap(String text, double characters) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            StringBuilder line = new StringBuilder();
            double used = 0;
            for (char c : paragraph.toCharArray()) {
                double width = c < 0x250 ? 0.5 : 1;
                if (used + width > characters) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(c);
                used += width;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    byte[] bytes() {
        List<byte[]> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(7 + 2 * i).append(" 0 R ");
        }
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(ascii("<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>"));
        objects.add(ascii("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
                + "/DescendantFonts [4 0 R] >>"));
        objects.add(ascii("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>"));
        objects.add(ascii("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
                + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"));
        objects.add(stream("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ",
                new byte[] { 0 }));
        for (int i = 0; i < pages.size(); i++) {
            objects.add(
                    ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + WIDTH + " " + HEIGHT + "] /Contents " + (8 + 2 * i)
                            + " 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /P1 6 0 R >> >> >>"));
            objects.add(stream("<< ", ascii(pages.get(i).toString())));
        }
        return assemble(objects);
    }

    static byte[] stream(String dictionary, byte[] content) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(ascii(dictionary + "/Length " + content.length + " >>\nstream\n"));
        stream.writeBytes(content);
        stream.writeBytes(ascii("\nendstream"));
        return stream.toByteArray();
    }

    static byte[] assemble(List<byte[]> objects) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(ascii("%PDF-1.5\n"));
        StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            offsets.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.size()));
            pdf.writeBytes(ascii(i + 1 + " 0 obj\n"));
            pdf.writeBytes(objects.get(i));
            pdf.writeBytes(ascii("\nendobj\n"));
        }
        int start = pdf.size();
        pdf.writeBytes(ascii("xref\n0 " + (objects.size() + 1) + "\n" + offsets + "trailer << /Size " + (objects.size() + 1)
                + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
