package org.offshelf.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Language;
import org.offshelf.query.Moment;
import org.offshelf.query.Moments;
import org.offshelf.query.Search;
import org.offshelf.term.Phrase;

/** A search across collections, understood. */
record SearchQuery(String q, Phrase phrase, List<CollectionSchema> schemas, int limit, Language language, Moment moment) {

    private static final Set<String> PARAMETERS = Set.of("q", "type", "limit", "lang", Moment.AS_OF, Moment.KNOWN_AT,
            Moment.REVISION);

    /** All faults of the parameters end the request at once. */
    static SearchQuery read(Map<String, List<String>> parameters, Moments moments, List<CollectionSchema> known, int minLimit,
            int limit, int maxLimit) {
        List<Fault> faults = new ArrayList<>();
        parameters.keySet().stream().filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> faults.add(Fault.unknownParameter(name, PARAMETERS)));
        Optional<String> q = single(parameters, "q", faults);
        if (q.isEmpty()) {
            faults.add(Fault.missing("q"));
        }
        Optional<Phrase> phrase = q.flatMap(text -> Search.parse(text, faults));
        SearchQuery query = new SearchQuery(q.orElse(null), phrase.orElse(null),
                schemas(parameters.getOrDefault("type", List.of()), known, faults),
                limit(single(parameters, "limit", faults), minLimit, limit, maxLimit, faults),
                language(single(parameters, "lang", faults), faults), moments.parse(parameters, faults));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults));
        }
        return query;
    }

    private static Optional<String> single(Map<String, List<String>> parameters, String name, List<Fault> faults) {
        List<String> texts = parameters.getOrDefault(name, List.of());
        if (texts.size() > 1) {
            faults.add(Fault.invalidValue(name, String.join(" and ", texts), "Given more than once."));
        }
        return texts.stream().findFirst();
    }

    private static List<CollectionSchema> schemas(List<String> texts, List<CollectionSchema> known, List<Fault> faults) {
        Set<String> names = new LinkedHashSet<>();
        texts.forEach(text -> names.addAll(Arrays.asList(text.split(",", -1))));
        List<String> allowed = known.stream().map(CollectionSchema::name).toList();
        names.stream().filter(name -> !allowed.contains(name))
                .forEach(name -> faults.add(Fault.unknownValue("type", name, allowed)));
        return names.isEmpty() ? known : known.stream().filter(schema -> names.contains(schema.name())).toList();
    }

    private static int limit(Optional<String> text, int min, int limit, int max, List<Fault> faults) {
        if (text.isEmpty()) {
            return limit;
        }
        if (!text.get().matches("\\d{1,4}") || Integer.parseInt(text.get()) < min
                || Integer.parseInt(text.get()) > max) {
            faults.add(Fault.invalidValue("limit", text.get(), "A whole number from " + min + " to " + max + "."));
            return limit;
        }
        return Integer.parseInt(text.get());
    }

    private static Language language(Optional<String> text, List<Fault> faults) {
        return switch (text.orElse("en")) {
            case "en" -> Language.EN;
            case "zh" -> Language.ZH;
            default -> {
                faults.add(Fault.unknownValue("lang", text.get(), List.of("en", "zh")));
                yield Language.EN;
            }
        };
    }
}
