package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeyTest {

    @ParameterizedTest
    @CsvSource({
            "title, title, false, title",
            "title:asc, title, false, title",
            "title:desc, title, true, title:desc",
            "id, id, false, id",
            "released:desc, released, true, released:desc",
            "label, label, false, label",
            "price, price, false, price"
    })
    void isAFieldAndADirection(String text, String field, boolean isDescending, String canonical) {
        SortKey key = SortKey.parse(text, Shelf.RECORDS).orElseThrow();
        assertThat(key).isEqualTo(new SortKey(Shelf.RECORDS.field(field).orElseThrow(), isDescending));
        assertThat(key).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ":", ":desc", "titel", "title:", "title:down", "title:DESC", "title:desc:asc", "TITLE",
            "-title",
            "songs", "genre", "label.region" })
    void isNothingElse(String text) {
        assertThat(SortKey.parse(text, Shelf.RECORDS)).isEmpty();
    }
}
