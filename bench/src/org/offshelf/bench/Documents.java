package org.offshelf.bench;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Notices as the documents that regulators publish, in the form the importer takes. */
final class Documents {

    private Documents() {
    }

    /** @param printsDevelopers whether there is a column for them; where it is, a row without one has the developer above */
    static String csv(List<Printed> rows, boolean printsDevelopers) {
        boolean hasNumbers = rows.stream().anyMatch(row -> row.filingNumber() != null);
        StringBuilder csv = new StringBuilder("序号,应用名称,").append(printsDevelopers ? "应用开发者," : "")
                .append("应用来源,应用版本,所涉问题").append(hasNumbers ? ",APP备案号\n" : "\n");
        for (Printed row : rows) {
            csv.append(row.number()).append(',').append(cell(row.app())).append(',');
            if (printsDevelopers) {
                csv.append(cell(row.developer())).append(',');
            }
            csv.append(cell(row.store())).append(',').append(cell(row.version())).append(',').append(cell(row.problem()));
            csv.append(hasNumbers ? "," + cell(row.filingNumber()) : "").append('\n');
        }
        return csv.toString();
    }

    private static String cell(String text) {
        String cell = Objects.toString(text, "");
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? cell.lines().map(line -> line.replace("\"", "\"\"")).collect(Collectors.joining("\n", "\"", "\""))
                : cell;
    }
}
