package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.importing.reading.DocumentRefused.Kind;

/** Documents made to cost more than they are worth. Each is refused, or read, within the time of one. */
@Timeout(60)
class HostileDocumentsTest {

    private static final Limits SMALL = new Limits(1 << 20, 4 << 20, 2 << 20, 50, 200_000, 20_000, 100, 20_000, 60, 5_000, 20,
            Duration.ofSeconds(20));

    @Test
    void nothing() {
        assertRefused(Kind.EMPTY, new byte[0]);
        assertRefused(Kind.EMPTY, " \n\u3000\ufeff\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(Kind.EMPTY, bytes("<html><body><script>alert(1)</script></body></html>"));
    }

    @Test
    void moreBytesThanAreRead() {
        assertRefused(Kind.TOO_LARGE, new byte[(1 << 20) + 1]);
    }

    @Test
    void noise() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        noise[0] = 1;
        assertRefused(Kind.DAMAGED, noise);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u0089PNG\r\n", "\u00ff\u00d8\u00ff\u00e0", "GIF89a", "Rar!\u001a", "\u001f\u008b\u0008",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1", "{\\rtf1 x}", "<?xml version=\"1.0\"?><feed/>", "<svg xmlns='x'/>" })
    void otherFormats(String start) {
        assertRefused(Kind.UNSUPPORTED, start.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void zipBomb() throws IOException {
        assertRefused(Kind.TOO_LARGE, zip("xl/workbook.xml", new byte[64 << 20]));
        assertRefused(Kind.DAMAGED, bytes("PK\u0003\u0004 and nothing else"));
        assertRefused(Kind.UNSUPPORTED, zip("notes.txt", bytes("x")));
        assertRefused(Kind.DAMAGED, zip("word/document.xml", bytes("<x/>")));
    }

    @Test
    void moreParts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 60; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
            }
        }
        assertRefused(Kind.TOO_LARGE, bytes.toByteArray());
    }

    @Test
    void externalAndNestedEntities() throws IOException {
        String word = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                + "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;&b;</w:t></w:r></w:p></w:body></w:document>";
        assertRefused(Kind.DAMAGED, OfficeParts.word(word));
        String sheet = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"http://schemas."
                + "openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;"
                + "</t></is></c></row></sheetData></worksheet>";
        assertRefused(Kind.DAMAGED, OfficeParts.workbook(sheet));
    }

    @Test
    void wideSheet() throws IOException {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            cells.append("<c t=\"inlineStr\"><is><t>x</t></is></c>");
        }
        String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                + cells + "</row></sheetData></worksheet>";
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> new DocumentReader(Limits.defaults()).read(OfficeParts.workbook(sheet), null, null))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.TOO_LARGE));
    }

    @Test
    void sheetMergedOverAllOfItself() throws IOException {
        String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row><row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\">"
                + "<is><t>y</t></is></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
        Document document = new DocumentReader(SMALL).read(OfficeParts.workbook(sheet), null, null);
        assertThat(((Table) document.blocks().get(1)).rows()).hasSize(2);
    }

    @Test
    void encryptedWorkbook() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem(); XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet();
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(files)) {
                workbook.write(out);
            }
            files.writeFilesystem(bytes);
        }
        assertRefused(Kind.ENCRYPTED, bytes.toByteArray());
    }

    @Test
    void deeplyNestedPage() {
        assertRead("<div>".repeat(15_000) + "通报");
        assertRead("<table><tr><td>".repeat(1_500) + "通报");
        assertRefused(Kind.TOO_LARGE, bytes("<table><tr><td>".repeat(3_000)));
        assertRefused(Kind.TOO_LARGE, bytes("<p>x".repeat(30_000)));
    }

    @Test
    void cellsThatClaimAMillionColumns() {
        String row = "<tr><td colspan=1000000 rowspan=1000000>应用名称</td><td>x</td></tr>";
        assertRefused(Kind.TOO_LARGE, bytes("<table>" + row + "</table>"));
        Document document = assertRead(
                "<table><tr><td colspan=1000000>名单</td></tr>" + "<tr><td>a</td><td>b</td></tr>".repeat(50)
                        + "</table>");
        assertThat(((Table) document.blocks().get(0)).rows()).allSatisfy(each -> assertThat(each.cells()).hasSizeLessThan(3));
        assertRefused(Kind.TOO_LARGE, bytes("<table><tr>" + "<td>x</td>".repeat(100) + "</tr></table>"));
    }

    @Test
    void pageThatRefersElsewhere() {
        Document document = assertRead("<p>通报</p><img src='http://192.0.2.1/x.png'><iframe src='file:///etc/passwd'></iframe>"
                + "<link rel=stylesheet href='http://192.0.2.1/x.css'><object data='http://192.0.2.1/x'></object>");
        assertThat(document.blocks()).hasSize(2).last().isInstanceOf(Block.Picture.class);
    }

    @Test
    void pdfBombs() throws IOException {
        byte[] packed = deflated(new byte[32 << 20]);
        assertRefused(Kind.TOO_LARGE, pdf("/Filter /FlateDecode ", packed));
        assertRefused(Kind.UNSUPPORTED, pdf("/Filter [/Fl#61teDecode /FlateDecode] ", deflated(packed)));
        assertRefused(Kind.UNSUPPORTED, pdf("/Filter 99 0 R ", deflated(packed)));
        assertRefused(Kind.UNSUPPORTED, pdf("/Filter [/FlateDecode %stream\n/FlateDecode] ", deflated(packed)));
        assertRefused(Kind.UNSUPPORTED, pdf("/T (% obj) /Filter [/FlateDecode /FlateDecode] ", deflated(packed)));
        assertRefused(Kind.UNSUPPORTED,
                pdf("/Filter [/FlateDecode /FlateDecode] /T (" + "x".repeat(5000) + ") ", deflated(packed)));
    }

    @Test
    void pdfPageFullOfTextAndLines() {
        assertRefused(Kind.TOO_LARGE, new TinyPdf().page().text(1, 20, 1, "通".repeat(6_000)).bytes());
        TinyPdf lines = new TinyPdf().page();
        for (int i = 0; i < 9_000; i++) {
            lines.line(i % 590, 0, i % 590, 800).line(0, i % 800, 590, i % 800);
        }
        assertRefused(Kind.TOO_LARGE, lines.bytes());
    }

    @Test
    void pdfOfTenThousandPages() {
        TinyPdf pdf = new TinyPdf();
        for (int i = 0; i < 2_000; i++) {
            pdf.page();
        }
        assertRefused(Kind.TOO_LARGE, pdf.bytes());
        String kids = "3 0 R ".repeat(10_000);
        assertRefused(Kind.EMPTY, TinyPdf.assemble(List.of(bytes("<< /Type /Catalog /Pages 2 0 R >>"),
                bytes("<< /Type /Pages /Count 1 /Kids [" + kids + "] >>"),
                bytes("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>"))));
    }

    @Test
    void brokenPdf() {
        assertRefused(Kind.DAMAGED, bytes("%PDF-1.7\nnothing"));
        assertRefused(Kind.EMPTY, TinyPdf.assemble(
                List.of(bytes("<< /Type /Catalog /Pages 2 0 R >>"), bytes("<< /Type /Pages /Count 1 /Kids [2 0 R] >>"))));
    }

    @Test
    void textMadeToBacktrack() {
        assertUnderstood("《".repeat(4_900) + "\n" + "《a（".repeat(1_600) + "\n" + "1、".repeat(2_400));
        assertUnderstood("1、未经同意收集。涉及2款App如下：\n" + "a（b）".repeat(1_200) + "\n" + "版本".repeat(2_400));
        assertUnderstood("|".repeat(4_900) + "\n" + "| a ".repeat(1_200) + "\n" + "\t".repeat(4_000) + "x");
        assertUnderstood("序号 应用名称 版本 来源\n" + "x ".repeat(2_400) + "\n" + "- ".repeat(2_400));
        assertUnderstood("序号\n应用名称\n版本\n来源\n1\n" + "违规收集\n".repeat(20_000));
        assertUnderstood("12款".repeat(1_600) + "\n" + "1年2月3日".repeat(800) + "\n" + "附件".repeat(2_400));
        assertUnderstood("**" + "![".repeat(2_400) + "\n# [" + "](".repeat(2_400) + "\n" + "<!--".repeat(1_000));
    }

    @Test
    void csvOfOneEndlessCell() {
        assertRefused(Kind.TOO_LARGE, bytes("a,b,c\n1,2,3\n\"" + "x,".repeat(10_000)));
    }

    @Test
    void timeRunsOut() {
        Limits none = new Limits(1 << 20, 1 << 20, 1 << 20, 10, 1 << 20, 1 << 20, 50, 1 << 20, 50, 5_000, 10, Duration.ZERO);
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> new DocumentReader(none).read(bytes("通报\n通报"), null, null))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.TOO_SLOW));
    }

    private static void assertUnderstood(String text) {
        Document document = new DocumentReader(SMALL).read(bytes(text), null, null);
        assertThat(NoticeReader.read(document, Hints.none(), SMALL)).isNotNull();
    }

    private static Document assertRead(String page) {
        return new DocumentReader(SMALL).read(bytes(page), "text/html", null);
    }

    private static void assertRefused(Kind kind, byte[] bytes) {
        assertThatExceptionOfType(DocumentRefused.class).isThrownBy(() -> new DocumentReader(SMALL).read(bytes, null, null))
                .satisfies(refused -> assertThat(refused.kind()).as(refused.getMessage()).isEqualTo(kind))
                .withMessageEndingWith(".");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(String filter, byte[] content) {
        return TinyPdf.assemble(List.of(bytes("<< /Type /Catalog /Pages 2 0 R >>"),
                bytes("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
                bytes("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"),
                TinyPdf.stream("<< " + filter, content)));
    }
}
