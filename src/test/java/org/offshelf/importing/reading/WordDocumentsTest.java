package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/** What Word keeps beside the text, or does not print. */
class WordDocumentsTest {

    private static final String DOCUMENT = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><w:body>%s</w:body></w:document>";

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

    private static String run(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    private static Document read(String body) throws IOException {
        return Notices.document(OfficeParts.word(DOCUMENT.formatted(body)), "x.docx");
    }
}
