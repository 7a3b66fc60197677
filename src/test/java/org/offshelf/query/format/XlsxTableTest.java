package org.offshelf.query.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonGenerator;

class XlsxTableTest {

    private static final List<Column> COLUMNS = List.of(new Column("text", Column.Kind.TEXT),
            new Column("day", Column.Kind.DATE), new Column("number", Column.Kind.NUMBER),
            new Column("list", Column.Kind.LIST));

    @Test
    void whatLooksLikeAFormulaStaysAText() throws IOException {
        for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "\t=1")) {
            Cell cell = sheet(text, null, null, null).get(1).getCell(0);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
            assertThat(cell.asString()).isEqualTo(text);
        }
    }

    @Test
    void csvIsNotAlteredForSpreadsheets() throws IOException {
        assertThat(csv("=1+1", null, null, null)).isEqualTo("text,day,number,list\r\n=1+1,,,\r\n");
        assertThat(csv("a\"b,\n", null, new BigDecimal("3000000"), "[]"))
                .isEqualTo("text,day,number,list\r\n\"a\"\"b,\n\",,3000000,\r\n");
    }

    @Test
    void cellsHaveTheTypeOfTheirColumn() throws IOException {
        Row row = sheet("a\nb", LocalDate.of(2021, 11, 3), new BigDecimal("8026000000.25"), "[\"x\",{\"a\":1}]").get(1);
        assertThat(row.getCell(0).asString()).isEqualTo("a\nb");
        assertThat(row.getCell(1).asDate().toLocalDate()).isEqualTo(LocalDate.of(2021, 11, 3));
        assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("8026000000.25");
        assertThat(row.getCell(3).asString()).isEqualTo("x;{\"a\":1}");
    }

    @Test
    void daysThatExcelMiscountsStayTexts() throws IOException {
        assertThat(sheet(null, LocalDate.of(1899, 5, 4), null, null).get(1).getCell(1).asString()).isEqualTo("1899-05-04");
        assertThat(sheet(null, LocalDate.of(1900, 2, 28), null, null).get(1).getCell(1).asString()).isEqualTo("1900-02-28");
        assertThat(sheet(null, LocalDate.of(1900, 3, 1), null, null).get(1).getCell(1).asDate().toLocalDate())
                .isEqualTo("1900-03-01");
    }

    @Test
    void aTextLongerThanACellIsNotCutSilently() throws IOException {
        assertThat(sheet("长".repeat(32_767), null, null, null).get(1).getCell(0).asString()).hasSize(32_767);
        assertThat(sheet("长".repeat(32_768), null, null, null).get(1).getCell(0).asString())
                .isEqualTo("(32768 characters, more than a cell can hold; format=csv has them all)");
    }

    private static List<Row> sheet(Object... cells) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(write(Format.XLSX, cells)))) {
            return book.getFirstSheet().read();
        }
    }

    private static String csv(Object... cells) throws IOException {
        return new String(write(Format.CSV, cells), StandardCharsets.UTF_8);
    }

    private static byte[] write(Format format, Object... cells) throws IOException {
        Line line = new Line() {
            @Override
            public void writeTo(JsonGenerator json) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Object> cells() {
                return Arrays.asList(cells);
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Output(format, false).write(new Table("test", COLUMNS, List.of(List.of(line)).iterator()), out);
        return out.toByteArray();
    }
}
