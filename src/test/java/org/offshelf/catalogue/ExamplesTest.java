package org.offshelf.catalogue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offshelf.query.CollectionSchema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

/** The examples of the contract are answers. */
@QuarkusTest
class ExamplesTest {

    @ParameterizedTest
    @MethodSource("collections")
    void isWhatTheApiAnswers(String collection) throws JsonProcessingException {
        CollectionSchema schema = Catalogue.listed(collection).orElseThrow();
        ObjectNode answer = (ObjectNode) Api.get("/v1/" + collection + "/" + Examples.id(schema));
        // Every file that is added to the data set moves the revisions of those behind it.
        answer.put("revision", (Integer) Examples.record(schema).get("revision"));
        Committed.check(Path.of("src/main/resources/org/offshelf/catalogue/examples", collection + ".json"), pretty(answer));
    }

    static List<String> collections() {
        return Catalogue.LISTED.stream().map(CollectionSchema::name).toList();
    }

    private static String pretty(Object json) throws JsonProcessingException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("").withObjectEmptySeparator(""));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        return new ObjectMapper().writer(printer).writeValueAsString(json) + "\n";
    }
}
