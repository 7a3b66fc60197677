package org.offshelf.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;
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
        GivenParameters given = new GivenParameters(parameters).requireKnown(PARAMETERS);
        List<Fault> faults = given.faults();
        Optional<String> q = given.single("q");
        if (q.isEmpty()) {
            faults.add(Fault.missing("q"));
        }
        Optional<Phrase> phrase = q.flatMap(text -> Search.parse(text, faults));
        SearchQuery query = new SearchQuery(q.orElse(null), phrase.orElse(null),
                schemas(given.values("type"), known, faults), given.number("limit", minLimit, maxLimit).orElse(limit),
                Language.of(given), moments.parse(parameters, faults));
        given.check();
        return query;
    }

    private static List<CollectionSchema> schemas(List<String> names, List<CollectionSchema> known, List<Fault> faults) {
        List<String> allowed = known.stream().map(CollectionSchema::name).toList();
        names.stream().filter(name -> !allowed.contains(name))
                .forEach(name -> faults.add(Fault.unknownValue("type", name, allowed)));
        return names.isEmpty() ? known : known.stream().filter(schema -> names.contains(schema.name())).toList();
    }
}
