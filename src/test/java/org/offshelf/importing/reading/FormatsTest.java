package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same list in every format and encoding. */
class FormatsTest {

    private static final List<String> PARAGRAPHS = List.of("关于侵害用户权益行为的APP通报（2022年第3批，总第25批）",
            "我局组织第三方检测机构对移动应用进行检查，发现2款APP存在侵害用户权益行为，现予以通报。上述APP应在11月9日前完成整改落实工作。", "某省通信管理局", "2022年11月1日", "附件",
            "存在问题的APP名单");
    private static final List<List<String>> TABLE = List.of(List.of("序号", "应用名称", "应用开发者", "应用来源", "应用版本", "所涉问题"),
            List.of("1", "青竹", "青竹（杭州）科技有限公司", "应用宝", "3.10", "违规收集个人信息\nAPP强制、频繁、过度索取权限"),
            Arrays.asList("2", "石榴", null, "App Store", "8.33.2.381", "违规使用个人信息"),
            Arrays.asList(null, null, null, "豌豆荚", "8.34", "账号注销难"), Arrays.asList(null, null, null, null, null, "超范围收集个人信息"));
    private static final String[] ROWS = { "1 | 青竹 | 青竹（杭州）科技有限公司 | 应用宝 | 3.10 | 违规收集个人信息 / APP强制、频繁、过度索取权限",
            "2 | 石榴 | 青竹（杭州）科技有限公司 | App Store | 8.33.2.381 | 违规使用个人信息",
            "2 | 石榴 | 青竹（杭州）科技有限公司 | 豌豆荚 | 8.34 | 账号注销难 / 超范围收集个人信息" };

    @Test
    void workbook() throws IOException {
        ReadNotice notice = Notices.read(OfficeSamples.workbook("存在问题的APP名单", TABLE), "list.xlsx");
        assertThat(Notices.rows(notice)).containsExactly(ROWS);
        assertThat(notice.rows().get(1).place()).isEqualTo("sheet Sheet1, row 5");
        assertThat(notice.lists().get(0).annex()).isEqualTo("存在问题的APP名单");
    }

    @Test
    void textDocument() throws IOException {
        ReadNotice notice = Notices.read(OfficeSamples.document(PARAGRAPHS, TABLE), "notice.docx");
        assertThat(Notices.rows(notice)).containsExactly(ROWS);
        assertNotice(notice);
    }

    @Test
    void pdfWithRuledTableOverTwoPages() {
        double[] widths = { 26, 70, 110, 70, 70, 110 };
        TinyPdf pdf = new TinyPdf().page();
        double y = 60;
        for (String paragraph : PARAGRAPHS) {
            for (int from = 0; from < paragraph.length(); from += 40) {
                pdf.text(50, y, 12, paragraph.substring(from, Math.min(paragraph.length(), from + 40)));
                y += 18;
            }
        }
        pdf.table(40, y, widths, TABLE.subList(0, 2), 9).text(280, 800, 9, "- 1 -");
        pdf.page().table(40, 60, widths, TABLE.subList(2, 5).stream()
                .map(row -> row.get(0) == null ? row
                        : Arrays.asList("2", "石榴", "青竹（杭州）科技有限公司", row.get(3), row.get(4), row.get(5)))
                .toList(), 9);
        ReadNotice notice = Notices.read(pdf.bytes(), "notice.pdf");
        assertThat(Notices.rows(notice)).containsExactly(ROWS);
        assertNotice(notice);
        assertThat(notice.rows().get(0).place()).isEqualTo("page 1, table 1, row 2");
    }

    @Test
    void pdfWithColumnsThatNothingDivides() {
        TinyPdf pdf = new TinyPdf().page();
        String[][] rows = { { "序号", "应用名称", "应用来源", "应用版本", "所涉问题" }, { "1", "青竹", "应用宝", "3.10", "违规收集个人信息" },
                { "2", "石榴", "豌豆荚", "1.0", "账号注销难" } };
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                pdf.text(40 + 90 * column, 100 + 20 * row, 10, rows[row][column]);
            }
        }
        assertThat(Notices.rows(Notices.read(pdf.bytes(), "notice.pdf"))).containsExactly("1 | 青竹 |  | 应用宝 | 3.10 | 违规收集个人信息",
                "2 | 石榴 |  | 豌豆荚 | 1.0 | 账号注销难");
    }

    @Test
    void pdfWithARowAndItsHeadingsOnTwoPages() {
        double[] widths = { 26, 70, 110, 70, 60, 120 };
        List<String> headings = TABLE.get(0);
        TinyPdf pdf = new TinyPdf().page().text(50, 60, 12, "关于侵害用户权益行为的APP通报").table(40, 100, widths,
                List.of(headings, List.of("1", "青竹", "青竹（杭州）科技有限公司", "应用宝", "3.10", "违规收集个人信息")), 9)
                .text(280, 800, 9, "第 1 页 共 2 页");
        pdf.page().table(40, 60, widths, List.of(headings, List.of("", "", "", "", "", "账号注销难"),
                List.of("2", "石榴", "石榴网络科技股份有限公司", "App Store", "1.0", "超范围收集个人信息")), 9);
        assertThat(Notices.rows(Notices.read(pdf.bytes(), "notice.pdf"))).containsExactly(
                "1 | 青竹 | 青竹（杭州）科技有限公司 | 应用宝 | 3.10 | 违规收集个人信息 / 账号注销难",
                "2 | 石榴 | 石榴网络科技股份有限公司 | App Store | 1.0 | 超范围收集个人信息");
    }

    @Test
    void pdfOfGroupsInRunningText() {
        String text = "1、未公开收集使用规则。涉及3款移动应用如下：《青竹》（版本1.0.2，应用宝）、《石榴大冒险》（版本2.0，小米应用商店）、《松果》（版本3.1，华为应用市场）";
        TinyPdf pdf = new TinyPdf().page();
        for (int from = 0; from < text.length(); from += 36) {
            pdf.text(50, 80 + from / 2.0, 12, text.substring(from, Math.min(text.length(), from + 36)));
        }
        assertThat(Notices.rows(Notices.read(pdf.bytes(), "notice.pdf"))).containsExactly(
                " | 青竹 |  | 应用宝 | 1.0.2 | 未公开收集使用规则", " | 石榴大冒险 |  | 小米应用商店 | 2.0 | 未公开收集使用规则",
                " | 松果 |  | 华为应用市场 | 3.1 | 未公开收集使用规则");
    }

    @Test
    void pdfOfPicturesIsReported() {
        ReadNotice notice = Notices.read(new TinyPdf().page().picture(20, 20, 500, 700).bytes(), "scan.pdf");
        assertThat(notice.rows()).isEmpty();
        assertThat(notice.warnings()).extracting(Warning::kind, Warning::place)
                .containsExactly(Assertions.tuple(Warning.Kind.PICTURE, "page 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5" })
    void encodingsWithoutAMark(String charset) {
        // Traditional characters, as Big5 has no others
        String text = charset.equals("Big5") ? "關於侵害用戶權益行為的通報，請有關單位在期限內完成整改工作。\n我們將繼續進行檢查，並向社會公布結果。\n"
                : String.join("\n", PARAGRAPHS);
        Document document = Notices.document(text.getBytes(Charset.forName(charset)), "notice.txt");
        assertThat(((Block.Line) document.blocks().get(0)).text()).isEqualTo(text.lines().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({ "UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF" })
    void encodingsWithAMark(String charset, String mark) {
        byte[] text = "通报A".getBytes(Charset.forName(charset));
        byte[] start = HexFormat.of().parseHex(mark);
        byte[] bytes = Arrays.copyOf(start, start.length + text.length);
        System.arraycopy(text, 0, bytes, start.length, text.length);
        assertThat(Notices.document(bytes, null).blocks()).containsExactly(new Block.Line("通报A", false, "line 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "GB18030" })
    void pagesThatSayGb2312(String charset) {
        String page = new String(Notices.bytes("two-annexes.html"), StandardCharsets.UTF_8);
        assertThat(Notices.read(page.getBytes(Charset.forName(charset)), null).rows()).hasSize(6);
    }

    /** Sites cut their summaries by bytes, in the middle of a character. */
    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "GB18030" })
    void pagesInWhichACharacterIsTorn(String charset) throws IOException {
        String page = new String(Notices.bytes("two-annexes.html"), StandardCharsets.UTF_8);
        ByteArrayOutputStream torn = new ByteArrayOutputStream();
        torn.write(page.substring(0, page.indexOf("<body")).getBytes(Charset.forName(charset)));
        torn.write(Arrays.copyOf("报".getBytes(Charset.forName(charset)), 1));
        torn.write(page.substring(page.indexOf("<body")).getBytes(Charset.forName(charset)));
        ReadNotice read = Notices.read(torn.toByteArray(), null);
        assertThat(read.rows()).isEqualTo(Notices.read(page.getBytes(StandardCharsets.UTF_8), null).rows());
        assertThat(read.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("1 character is broken", charset));
    }

    @ParameterizedTest
    @CsvSource({ "short-rows.md,text/plain,x.txt", "empty-pipes.txt,text/html,x.html", "two-annexes.html,text/csv,x.csv",
            "two-annexes.html,application/pdf,x.pdf", "list.csv,text/plain,x.txt", "dash-rows.txt,,x.docx" })
    void wrongNamesAreReadByWhatTheyHold(String file, String mediaType, String name) {
        Document right = Notices.document(Notices.bytes(file), file);
        Document wrong = new DocumentReader(Limits.defaults()).read(Notices.bytes(file), mediaType, name);
        assertThat(wrong.blocks()).isEqualTo(right.blocks());
    }

    @Test
    void aWrongNameIsReported() throws IOException {
        Document document = Notices.document(OfficeSamples.workbook("名单", TABLE), "list.pdf");
        assertThat(document.format()).isEqualTo(Format.XLSX);
        assertThat(document.warnings()).extracting(Warning::message)
                .containsExactly("The document is called .pdf and was read as XLSX.");
    }

    private static void assertNotice(ReadNotice notice) {
        assertThat(notice.title()).isEqualTo(PARAGRAPHS.get(0));
        assertThat(notice.published()).isEqualTo("2022-11-01");
        assertThat(notice.deadline()).isEqualTo("2022-11-09");
        assertThat(notice.declaredCount()).isEqualTo(2);
        assertThat(notice.lists()).extracting(ReadNotice.ReadList::annex).containsExactly("存在问题的APP名单");
        assertThat(notice.rejected()).isEmpty();
    }
}
