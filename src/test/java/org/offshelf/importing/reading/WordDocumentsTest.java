package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What Word keeps beside the text, or does not print. */
class WordDocumentsTest {

    private static final String DOCUMENT = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><w:body>%s</w:body></w:document>";

    @Test
    void deletedTextAndTabStopsAreNotRead() throws IOException {
        Document document = read("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"4\"/></w:tabs></w:pPr>" + run("通报")
                + "<w:del>" + run("废止") + "</w:del><w:ins>" + run("公告") + "</w:ins></w:p>");
        assertThat(document.blocks()).containsExactly(new Block.Line("通报公告", false, "paragraph 1"));
    }

    @Test
    void picturesAreReportedAndShapesAreNot() throws IOException {
        Document document = read("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:pict><w:rect/></w:pict></w:r></w:p>");
        assertThat(document.blocks()).containsExactly(new Block.Picture("", "picture 1"));
    }

    @Test
    void cellsSpanColumnsAndTablesLieInCells() throws IOException {
        Document document = read("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p>" + run("名单")
                + "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>" + run("1") + "</w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p>" + run("甲")
                + "</w:p></w:tc><w:tc><w:p>" + run("乙") + "</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>");
        Table table = (Table) document.blocks().get(0);
        assertThat(table.rows().get(0).cells()).extracting(Table.Cell::span).containsExactly(Table.Span.OWN, Table.Span.LEFT);
        assertThat(table.rows().get(1).cells()).extracting(Table.Cell::text).containsExactly("1", "甲 乙");
    }

    @Test
    void listsInTextBoxesAndInCellsOfOtherTables() throws IOException {
        String list = table(new String[][] { { "应用名称", "版本号", "问题" }, { "青竹", "1.0", "违规收集个人信息" } });
        ReadNotice notice = notice("<w:p>" + run("关于APP的通报") + "</w:p><w:tbl><w:tr><w:tc><w:p>" + run("附件")
                + "</w:p></w:tc><w:tc>"
                + list + "<w:p/></w:tc></w:tr></w:tbl><w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>"
                + run("2024年5月6日") + "</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>"
                + run("2024年5月6日") + "</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
        assertThat(Notices.rows(notice)).containsExactly(" | 青竹 |  |  | 1.0 | 违规收集个人信息");
        assertThat(notice.published()).isEqualTo("2024-05-06");
    }

    @Test
    void tracksFootnotesAndHiddenTextLeaveNoTrace() throws IOException {
        ReadNotice notice = notice(table(new String[][] { { "序号", "应用名称", "版本号" },
                { "1", "</w:t></w:r><w:del><w:r><w:delText>旧名</w:delText></w:r></w:del><w:ins><w:r><w:t>青竹</w:t></w:r></w:ins>"
                        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>",
                        "1.0" } })
                .replace("</w:tbl>",
                        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>2</w:delText></w:r></w:del>"
                                + "</w:p></w:tc></w:tr></w:tbl>"));
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹 |  |  | 1.0 | ");
        assertThat(notice.rejected()).isEmpty();
    }

    @Test
    void continuedCellsBelowSkippedColumns() throws IOException {
        String merged = "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p>%s</w:p></w:tc>";
        ReadNotice notice = notice("<w:tbl>" + row("序号", "应用名称", "版本", "问题") + "<w:tr>" + merged.formatted(run("1"))
                + merged.formatted(run("青竹")) + merged.formatted(run("1.0")) + "<w:tc><w:p>" + run("违规收集个人信息")
                + "</w:p></w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val=\"3\"/></w:trPr><w:tc><w:p>" + run("账号注销难")
                + "</w:p></w:tc></w:tr></w:tbl>");
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹 |  |  | 1.0 | 违规收集个人信息 / 账号注销难");
    }

    private static String table(String[][] rows) {
        return "<w:tbl>" + Arrays.stream(rows).map(WordDocumentsTest::row).collect(Collectors.joining()) + "</w:tbl>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + Arrays.stream(cells).map(cell -> "<w:tc><w:p>" + run(cell) + "</w:p></w:tc>")
                .collect(Collectors.joining()) + "</w:tr>";
    }

    private static ReadNotice notice(String body) throws IOException {
        return NoticeReader.read(read(body), Hints.none(), Limits.defaults());
    }

    private static String run(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    private static Document read(String body) throws IOException {
        return Notices.document(OfficeParts.word(DOCUMENT.formatted(body)), "x.docx");
    }
}
