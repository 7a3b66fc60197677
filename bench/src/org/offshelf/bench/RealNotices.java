package org.offshelf.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the notices of the bundled data set print, as often as they print it: what is drawn from it is spread over stores and
 * categories as the real data is.
 *
 * @param stores without those of mini-programs; empty where none is printed
 * @param problems empty where none is printed
 * @param miniProgramShare of all rows
 */
record RealNotices(List<String> stores, List<String> problems, double miniProgramShare) {

    static final String MINI_PROGRAMS = "微信小程序";

    /** Longer ones stand in the annexes of a few notices only, and would be half of the bytes. */
    private static final int LONGEST_PROBLEM = 200;

    static RealNotices read() {
        List<String> stores = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int miniPrograms = 0;
        int rows = 0;
        for (JsonNode file : yaml("dataset.yaml").path("files")) {
            if (!file.asText().startsWith("notices/")) {
                continue;
            }
            for (JsonNode row : yaml(file.asText()).path("findings")) {
                rows++;
                String store = row.path("store").asText("");
                if (store.contains("小程序")) {
                    miniPrograms++;
                } else if (!store.toLowerCase(Locale.ROOT).contains("sdk")) {
                    stores.add(store);
                }
                String problem = row.path("problem").asText("");
                if (problem.length() <= LONGEST_PROBLEM) {
                    problems.add(problem);
                }
            }
        }
        return new RealNotices(List.copyOf(stores), List.copyOf(problems), (double) miniPrograms / rows);
    }

    private static JsonNode yaml(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("dataset/" + name)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
