package org.offshelf.cite;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** An item of the Citation Style Language's JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CslItem(String id, String type, String genre, String title, List<Name> author, CslDate issued, CslDate accessed,
        @JsonProperty("container-title") String containerTitle, String publisher, String version, String language,
        @JsonProperty("URL") String url, String note) {

    static CslItem of(Entry entry) {
        return new CslItem(entry.id(), "dataset", entry.type(), entry.title(), entry.authors().stream().map(Name::new).toList(),
                CslDate.of(entry.issued()), CslDate.of(entry.accessed()), Entry.CONTAINER, Entry.PUBLISHER,
                "revision " + entry.revision(), entry.language(), entry.url(), entry.note());
    }

    /** @param literal the whole name of an organisation, of which nothing is cut off */
    record Name(String literal) {
    }

    record CslDate(@JsonProperty("date-parts") List<List<Integer>> dateParts) {

        static CslDate of(LocalDate day) {
            return day == null ? null
                    : new CslDate(List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
        }
    }
}
