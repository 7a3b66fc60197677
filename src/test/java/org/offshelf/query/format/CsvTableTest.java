package org.offshelf.query.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonGenerator;

class CsvTableTest {

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+86 10", "-1+1", "\t=1", "\r=1", "=\n1" })
    void noSpreadsheetRunsWhatIsMeantForOne(String text) throws IOException {
        assertThat(written(true, text)).isEqualTo("'" + text);
        assertThat(written(false, text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "-", "QQ音乐", "a=b", "'=1", "1-2" })
    void otherTextsAreLeftAlone(String text) throws IOException {
        assertThat(written(true, text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({ "-1.5", "1000000" })
    void soAreNumbers(BigDecimal number) throws IOException {
        assertThat(written(true, number)).isEqualTo(number.toPlainString());
    }

    /** The one cell, as a reader of CSV has it. */
    private static String written(boolean bom, Object cell) throws IOException {
        Column.Kind kind = cell instanceof BigDecimal ? Column.Kind.NUMBER : Column.Kind.TEXT;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable.write(new Table("cells", List.of(new Column("cell", kind)),
                List.of(List.<Line> of(new Cells(cell))).iterator()), bom, out);
        byte[] bytes = out.toByteArray();
        String text = new String(bom ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes, StandardCharsets.UTF_8);
        String row = text.substring("cell\r\n".length(), text.length() - "\r\n".length());
        return row.startsWith("\"") ? row.substring(1, row.length() - 1).replace("\"\"", "\"") : row;
    }

    private record Cells(Object cell) implements Line {

        @Override
        public void writeTo(JsonGenerator json) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Object> cells() {
            return List.of(cell);
        }
    }
}
