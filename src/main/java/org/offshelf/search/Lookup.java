package org.offshelf.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.AppSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Context;
import org.offshelf.query.Moment;
import org.offshelf.query.Summaries;

/** Finds records by whatever they are known by, with as many statements for a thousand as for one. */
@ApplicationScoped
class Lookup {

    /** What an id looks like; nothing else is asked of every collection. */
    private static final String ID = "[a-z0-9-]{1,80}";

    private final Summaries summaries;
    private final AppAliases aliases;

    Lookup(Summaries summaries, AppAliases aliases) {
        this.summaries = summaries;
        this.aliases = aliases;
    }

    /** @return one result for each that was asked, in that order */
    List<LookupAnswer.Result> of(List<String> asked, Context context, Moment moment) {
        Map<String, LookupAnswer.Result> found = new LinkedHashMap<>();
        Set<String> open = new LinkedHashSet<>(asked);
        for (CollectionSchema schema : Collections.ALL) {
            List<String> ids = open.stream().filter(text -> text.strip().matches(ID)).toList();
            Map<String, Summaries.Summary> some = summaries.of(schema, ids.stream().map(String::strip).toList(), context);
            for (String text : ids) {
                Summaries.Summary summary = some.get(text.strip());
                if (summary != null) {
                    found.put(text, LookupAnswer.Result.of(text, schema, summary, List.of(), moment));
                    open.remove(text);
                }
            }
        }
        found.putAll(byAlias(open, context, moment));
        return asked.stream().map(text -> found.getOrDefault(text, LookupAnswer.Result.missing(text))).toList();
    }

    private Map<String, LookupAnswer.Result> byAlias(Set<String> asked, Context context, Moment moment) {
        Map<String, List<String>> apps = aliases.find(asked);
        Set<String> ids = new LinkedHashSet<>();
        apps.values().forEach(ids::addAll);
        Map<String, Summaries.Summary> some = summaries.of(AppSchema.APPS, ids, context);
        Map<String, LookupAnswer.Result> found = new LinkedHashMap<>();
        apps.forEach((text, its) -> {
            // An app that was merged keeps its aliases; the one that stands comes first.
            List<String> ordered = new ArrayList<>(its);
            ordered.retainAll(some.keySet());
            ordered.sort(Comparator.comparing(id -> !some.get(id).standing().equals("current")));
            if (!ordered.isEmpty()) {
                found.put(text, LookupAnswer.Result.of(text, AppSchema.APPS, some.get(ordered.get(0)),
                        ordered.subList(1, ordered.size()), moment));
            }
        });
        return found;
    }
}
