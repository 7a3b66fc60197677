package org.offshelf.importing.intake;

import java.util.Collection;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.app.AppKind;
import org.offshelf.importing.Candidate;
import org.offshelf.importing.Difference;
import org.offshelf.importing.Known;
import org.offshelf.importing.PlannedRow;
import org.offshelf.importing.Recognised;
import org.offshelf.importing.RowDecision;
import org.offshelf.importing.RowFacts;
import org.offshelf.importing.intake.ImportReport.Change;
import org.offshelf.ledger.Coded;

@Schema(name = "ImportRow", description = "A row of the document and what becomes of it.")
record ReportRow(@Schema(description = "By which you decide about it.", examples = "7") int row,
        @Schema(description = "Where it stands in the document.", examples = "table 1, row 7") String place,
        @Schema(description = "`new`: names an app nobody named before. `matched`: names one that is known. `ambiguous`: may name one that is known; look at `candidates`. `rejected`: is left out.", examples = "ambiguous") String outcome,
        @Schema(description = "In words.", examples = "apps of this name are known, of other operators") String reason,
        Printed printed, Taken app, Taken operator,
        @Schema(description = "What is taken for an ambiguous row unless you decide: an app's id or `new`. Null for other rows.", examples = "new") String defaultApp,
        @Schema(description = "Who may be meant, the likeliest first.") List<Candidate> candidates,
        @Schema(examples = "huawei") String store, Collection<String> categories,
        @Schema(examples = "problem") String categoryBasis,
        @Schema(description = "Phrases no category has.") List<String> unclassified,
        @Schema(description = "The finding it becomes or is.", examples = "miit-2021-11-7") String finding,
        @Schema(description = "`added`, `changed`, `unchanged` or `removed` against what the registry holds of the notice; null for a row that is left out.", examples = "added") String difference,
        @Schema(description = "What is held otherwise.") List<Change> changes) {

    /** As it is kept, what is empty is left out. */
    ReportRow {
        candidates = orNone(candidates);
        categories = categories == null ? List.of() : categories;
        unclassified = orNone(unclassified);
        changes = orNone(changes);
    }

    static ReportRow of(PlannedRow row, Known known) {
        Recognised app = row.recognisedApp();
        return new ReportRow(row.number(), row.facts().place(), row.outcome().code(), row.reason(), Printed.of(row.facts()),
                app == null ? null : new Taken(row.app(), known.appName(row.app()), app.id() == null, app.score(), List.of()),
                operator(row, known),
                app == null || app.isCertain() ? null : app.id() == null ? RowDecision.NEW : app.id(),
                app == null ? List.of() : app.candidates(), row.store(), row.categories(), code(row.categoryBasis()),
                row.unclassified(), row.finding(), code(row.difference()),
                row.difference() == Difference.ADDED ? List.of()
                        : row.changes().stream().map(change -> new Change(change.field(), change.held(), change.printed()))
                                .toList());
    }

    private static Taken operator(PlannedRow row, Known known) {
        Recognised operator = row.recognisedOperator();
        return row.operator() == null ? null
                : new Taken(row.operator(), known.operatorName(row.operator()), operator != null && operator.id() == null,
                        operator == null ? 1 : operator.score(), operator == null ? List.of() : operator.candidates());
    }

    private static <T> List<T> orNone(List<T> values) {
        return values == null ? List.of() : values;
    }

    private static String code(Coded value) {
        return value == null ? null : value.code();
    }

    @Schema(name = "ImportPrinted", description = "The row as printed. What it does not say is null.")
    record Printed(@Schema(examples = "7") Integer number, @Schema(examples = "小红书") String app,
            @Schema(examples = "app") String kind, String developer, String version, @Schema(examples = "应用宝") String store,
            String problem, String filingNumber, String region, String annex, @Schema(examples = "rectify") String measure) {

        static Printed of(RowFacts facts) {
            AppKind kind = facts.kind();
            return new Printed(facts.printedRow(), facts.app(), code(kind), facts.developer(), facts.version(), facts.store(),
                    facts.problem(), facts.filingNumber(), facts.region(), facts.annex(), code(facts.measure()));
        }
    }

    @Schema(name = "ImportTaken", description = "The record it is taken for.")
    record Taken(@Schema(examples = "app-70fy3psh") String id, String name,
            @Schema(description = "Whether it is about to be made.", examples = "false") boolean isNew,
            @Schema(description = "From 0 to 1; 0 for a new one.", examples = "0.98") double score,
            @Schema(description = "Others that may be meant.") List<Candidate> candidates) {

        Taken {
            candidates = orNone(candidates);
        }
    }
}
