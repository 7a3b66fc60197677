package org.offshelf.cite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;

import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritersTest {

    private static final String URL = "https://x.example/v1/findings/f-1?select=a_b&q=100%25%20{x}&revision=7";

    @ParameterizedTest
    @ValueSource(strings = { "腾讯新闻", "50% & more_or #1 for $5", "a } b", "a { b", "{a}", "C:\\temp", "~a^b", "a \\} b",
            "\"quoted\"",
            "@misc{x,", "A and B", "Smith, John" })
    void bibTexKeepsWhatWasSaid(String text) throws Exception {
        BibTeXEntry entry = parse(BibTex.write(entry(text, List.of(text, "Office, second"))));
        assertThat(plain(entry, "title")).isEqualTo(ascii(text));
        assertThat(entry.getField(new Key("title")).toUserString()).contains(text.replaceAll("\\p{ASCII}", ""));
        assertThat(entry.getField(new Key("author")).toUserString()).startsWith("{").endsWith("}")
                .contains("} and {Office, second}");
        assertThat(plain(entry, "author")).isEqualTo(ascii(text) + " and Office, second");
        assertThat(entry.getField(new Key("url")).toUserString())
                .isEqualTo("https://x.example/v1/findings/f-1?select=a_b&q=100%25%20%7Bx%7D&revision=7");
        assertThat(entry.getField(new Key("date")).toUserString()).isEqualTo("2021-11-03");
        assertThat(plain(entry, "note")).contains("revision 7").contains("https://miit.example/a_b?c=d&e=5%20");
    }

    @Test
    void whatBreaksLinesBreaksNoRecord() throws Exception {
        String text = "One\r\nER  - \r\nTY  - BOOK\u2028Two\u0000\tThree";
        String ris = Ris.write(entry(text, List.of("Bureau, of\nthings")));
        assertThat(ris.split("\r\n")).allMatch(line -> line.matches("[A-Z][A-Z0-9] {2}- .*"))
                .contains("TI  - One ER - TY - BOOK Two Three", "AU  - Bureau， of things", "DA  - 2021/11/03/");
        assertThat(ris).startsWith("TY  - DATA\r\n").endsWith("ER  - \r\n");
        assertThat(ris.lines().filter(line -> line.startsWith("ER"))).hasSize(1);
        assertThat(plain(parse(BibTex.write(entry(text, List.of("x")))), "title")).isEqualTo("One ER - TY - BOOK Two Three");
    }

    @Test
    void whatHasNoDayHasNone() throws Exception {
        Entry entry = new Entry("app-1", "app", "QQ", List.of("Offshelf"), null, LocalDate.of(2026, 11, 23), URL, 7, "en",
                List.of());
        assertThat(parse(BibTex.write(entry)).getFields().keySet()).extracting(Key::getValue).doesNotContain("date", "year",
                "month");
        assertThat(Ris.write(entry)).doesNotContain("PY  -").doesNotContain("DA  -");
        assertThat(CslItem.of(entry).issued()).isNull();
    }

    private static Entry entry(String title, List<String> authors) {
        return new Entry("f-1", "finding", title, authors, LocalDate.of(2021, 11, 3), LocalDate.of(2026, 11, 23), URL, 7, "en",
                List.of(new Entry.SourceDocument("通报", null, "https://miit.example/a_b?c=d&e=5%20")));
    }

    private static BibTeXEntry parse(String text) throws Exception {
        BibTeXDatabase database = new BibTeXParser().parseFully(new StringReader(text));
        assertThat(database.getEntries()).hasSize(1);
        return database.getEntries().values().iterator().next();
    }

    /** The parser of LaTeX knows no other letters. */
    private static String ascii(String text) {
        return text.replaceAll("\\P{ASCII}", "");
    }

    /** As LaTeX prints it. */
    private static String plain(BibTeXEntry entry, String field) throws Exception {
        return new LaTeXPrinter().print(new LaTeXParser().parse(ascii(entry.getField(new Key(field)).toUserString())));
    }
}
