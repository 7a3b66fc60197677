package org.offshelf.importing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.OwnRegistry;
import org.offshelf.access.Roles;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** Documents of all formats and of none, as people and others send them. */
@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "anna", roles = Roles.CURATOR)
class UploadsTest {

    @TestHTTPResource("/")
    URI base;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String[] HEADINGS = { "应用名称", "应用开发者", "应用来源", "应用版本", "所涉问题" };
    private static final String[] ROW = { "格式测试", "格式测试有限公司", "应用宝", "1.0", "违规收集个人信息" };

    @ParameterizedTest
    @ValueSource(strings = { "text/html", "text/csv", "text/plain", "text/markdown", XLSX, DOCX, "application/octet-stream" })
    void everyFormatIsReadAlike(String type) throws IOException {
        JsonNode report = Intake.ok(200, Intake.post(Intake.hints(), type, document(type)));
        JsonNode row = report.at("/rows/0");
        assertThat(row.at("/printed/app").asText()).isEqualTo("格式测试");
        assertThat(row.at("/printed/developer").asText()).isEqualTo("格式测试有限公司");
        assertThat(row.at("/printed/store").asText()).isEqualTo("应用宝");
        assertThat(row.at("/printed/version").asText()).isEqualTo("1.0");
        assertThat(row.at("/categories/0").asText()).isEqualTo("unlawful-collection");
        assertThat(report.at("/rows")).hasSize(1);
    }

    private static byte[] document(String type) throws IOException {
        return switch (type) {
            case "text/html" -> html().getBytes(StandardCharsets.UTF_8);
            case "text/csv" -> (String.join(",", HEADINGS) + "\n" + String.join(",", ROW)).getBytes(StandardCharsets.UTF_8);
            case "text/plain" -> (String.join("\t", HEADINGS) + "\n" + String.join("\t", ROW)).getBytes(StandardCharsets.UTF_8);
            case "text/markdown" -> ("| " + String.join(" | ", HEADINGS) + " |\n|---|---|---|---|---|\n| "
                    + String.join(" | ", ROW) + " |\n").getBytes(StandardCharsets.UTF_8);
            case DOCX -> docx();
            default -> xlsx();
        };
    }

    private static String html() {
        return "<html><head><script>alert(1)</script></head><body><table><tr><th>" + String.join("</th><th>", HEADINGS)
                + "</th></tr><tr><td>" + String.join("</td><td>", ROW)
                + "</td></tr></table><img src='http://127.0.0.1:1/never-fetched'></body></html>";
    }

    private static byte[] xlsx() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet();
            for (int row = 0; row < 2; row++) {
                var cells = sheet.createRow(row);
                for (int i = 0; i < HEADINGS.length; i++) {
                    cells.createCell(i).setCellValue(row == 0 ? HEADINGS[i] : ROW[i]);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFTable table = document.createTable(2, HEADINGS.length);
            for (int i = 0; i < HEADINGS.length; i++) {
                table.getRow(0).getCell(i).setText(HEADINGS[i]);
                table.getRow(1).getCell(i).setText(ROW[i]);
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "GB18030", "UTF-16LE", "UTF-16BE" })
    void textIsReadInTheEncodingItIsIn(String charset) {
        String text = ("GB18030".equals(charset) ? "" : "\ufeff") + html();
        JsonNode report = Intake.ok(200, Intake.post(Intake.hints(), "text/html", text.getBytes(Charset.forName(charset))));
        assertThat(report.at("/rows/0/printed/app").asText()).isEqualTo("格式测试");
    }

    @Test
    void aWrongNameIsSaidAndTheDocumentRead() throws IOException {
        JsonNode report = Intake.ok(200, Intake.post(Intake.hints() + "&fileName=list.html", "text/html", xlsx()));
        assertThat(report.at("/report/document/format").asText()).isEqualTo("xlsx");
        assertThat(Intake.texts(report.at("/report/warnings"), "/code")).contains("format");
    }

    @Test
    void whatHoldsNothingIsRefused() {
        assertThat(Intake.post(Intake.hints(), "text/html", new byte[0]).statusCode()).isEqualTo(400);
        JsonNode blank = Intake.ok(422, Intake.post(Intake.hints(), "text/plain", " \n ".getBytes(StandardCharsets.UTF_8)));
        assertThat(blank.at("/detail").asText()).contains("no text");
    }

    @Test
    void whatIsNotReadIsSaid() {
        Response picture = Intake.post(Intake.hints(), "application/octet-stream",
                "\u0089PNG\r\n\u001a\n0000000000000".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Intake.ok(415, picture).at("/detail").asText()).isNotEmpty();
        assertThat(Intake.post(Intake.hints(), "image/png", new byte[] { 1 }).statusCode()).isEqualTo(415);
    }

    @Test
    void moreThanIsReadIsRefusedBeforeItIsSent() throws IOException {
        assertThat(head("/v1/imports", "text/csv", 27 << 20)).startsWith("HTTP/1.1 413").contains("payload-too-large");
        assertThat(head("/v1/lookup", "application/json", 11 << 20)).as("others still take less").startsWith("HTTP/1.1 413");
    }

    @Test
    void moreThanIsReadIsRefusedWhereItsLengthIsUnsaid() throws Exception {
        byte[] much = new byte[(24 << 20) + 1];
        Arrays.fill(much, (byte) 'a');
        HttpResponse<String> refused = HttpClient.newHttpClient().send(HttpRequest.newBuilder(base.resolve("/v1/imports"))
                .header("Content-Type", "text/csv").timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much))).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("at most " + (24 << 20) + " bytes");
    }

    /** What is answered to the head of a request alone. */
    private String head(String path, String type, int length) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(4_000), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aBombDoesNotGoOff() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        Response refused = Intake.post(Intake.hints(), XLSX, bytes.toByteArray());
        assertThat(refused.statusCode()).isIn(413, 422);
        assertThat(Intake.json(refused).at("/docs").asText()).startsWith("/v1/imports/imp-");
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/word/document.xml' ContentType='" + DOCX + ".main+xml'/></Types>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(
                    ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
                            + "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
                            + "Target='word/document.xml'/></Relationships>").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w:document "
                    + "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&e;</w:t>"
                    + "</w:r></w:p></w:body></w:document>").getBytes(StandardCharsets.UTF_8));
        }
        Response refused = Intake.post(Intake.hints(), DOCX, bytes.toByteArray());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).doesNotContain("root:");
    }
}
