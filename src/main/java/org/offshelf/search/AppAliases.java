package org.offshelf.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.app.AppSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TermKind;
import org.offshelf.term.TextStyle;

/**
 * Finds apps by what platforms call them: with or without the scheme, in any case and width, filing numbers with or without
 * their province.
 */
@ApplicationScoped
class AppAliases {

    private final Session session;

    AppAliases(Session session) {
        this.session = session;
    }

    /** @return the apps of each that was found, by what was asked */
    Map<String, List<String>> find(Set<String> asked) {
        Map<String, List<Wanted>> byTerm = new LinkedHashMap<>();
        for (String text : asked) {
            for (Wanted wanted : Wanted.of(text)) {
                for (String term : wanted.terms()) {
                    byTerm.computeIfAbsent(term, any -> new ArrayList<>()).add(wanted);
                }
            }
        }
        Map<String, Set<String>> found = new LinkedHashMap<>();
        if (!byTerm.isEmpty()) {
            for (Object[] row : rows(byTerm.keySet())) {
                for (Wanted wanted : byTerm.get(row[0])) {
                    if (wanted.means((String) row[1], (String) row[2])) {
                        found.computeIfAbsent(wanted.asked(), any -> new LinkedHashSet<>()).add((String) row[3]);
                    }
                }
            }
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        found.forEach((text, apps) -> lists.put(text, List.copyOf(apps)));
        return lists;
    }

    /** Term, scheme, value and app. */
    private List<Object[]> rows(Set<String> terms) {
        CollectionSchema.Aliases table = AppSchema.APPS.aliases();
        return session.createNativeQuery("select k.term, i.scheme, i.value, x.record_id from term k"
                + " join searched_text t on t.id = k.text_id"
                + " join record_text x on x.text_id = k.text_id and x.record_type = 'app' and x.field = 'identifiers'"
                + " join " + table.table() + " i on i." + table.owner() + " = x.record_id and i.value = t.printed"
                + " where k.kind = " + TermKind.WHOLE.number() + " and k.term in (?1) order by x.record_id", Object[].class)
                .setParameterList(1, terms).getResultList();
    }

    /**
     * @param scheme null where the alias may be of any
     * @param spellings the first as asked
     */
    private record Wanted(String asked, String scheme, List<Folded> spellings) {

        /** An alias as it stands, and where it begins like a scheme, what follows it. */
        static List<Wanted> of(String asked) {
            List<Wanted> all = new ArrayList<>(List.of(new Wanted(asked, null, spellings(asked))));
            String[] parts = asked.split("[:：]", 2);
            if (parts.length == 2) {
                all.add(new Wanted(asked, parts[0].strip(), spellings(parts[1])));
            }
            return all.stream().filter(wanted -> !wanted.spellings().get(0).isEmpty()).toList();
        }

        Set<String> terms() {
            return spellings.stream().map(spelling -> new Term(TermKind.WHOLE, spelling.squeezed()).text())
                    .collect(Collectors.toSet());
        }

        /**
         * Compares what the index leaves out: {@code com.ab} is not {@code co.mab}, and a filing number of one province is not
         * that of another, though either may be given without.
         */
        boolean means(String foundScheme, String value) {
            List<Folded> others = spellings(value);
            boolean isSame = others.contains(spellings.get(0)) || spellings.contains(others.get(0));
            return isSame && (scheme == null || scheme.equals(foundScheme));
        }

        private static List<Folded> spellings(String text) {
            return TextStyle.CODE.spellings(Folded.of(text));
        }
    }
}
