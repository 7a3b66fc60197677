package org.offshelf.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.query.DatedTables;
import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TermKind;
import org.offshelf.term.TextStyle;

/** Reads the records whose names have most in common with a name, and what they are called. */
@ApplicationScoped
class CandidateReader {

    /** More are not compared: a name that forty others come nearer to is not the one. */
    private static final int MOST = 40;
    private static final String NAMES = "('name', 'nameEn', 'aliases')";

    private final Session session;
    private final DatedTables dated;

    CandidateReader(Session session, DatedTables dated) {
        this.session = session;
        this.dated = dated;
    }

    /**
     * Ids of the current records that share most terms with the name.
     *
     * @param day by which they were there; null for all
     */
    List<String> ids(MatchRequest.Query query, LocalDate day) {
        TextStyle style = query.isOperator() ? TextStyle.COMPANY : TextStyle.NAME;
        Folded folded = Folded.of(query.name());
        Map<TermKind, List<String>> terms = Term.of(folded, style).stream()
                .collect(Collectors.groupingBy(Term::kind, Collectors.mapping(Term::text, Collectors.toList())));
        if (terms.isEmpty()) {
            return List.of();
        }
        terms.keySet().removeAll(Set.of(TermKind.LATER_READING, TermKind.BARE));
        // What was typed may itself be a reading or initials.
        String squeezed = new Term(TermKind.WHOLE, folded.squeezed()).text();
        terms.computeIfAbsent(TermKind.READING, kind -> new ArrayList<>()).add(squeezed);
        terms.computeIfAbsent(TermKind.INITIALS, kind -> new ArrayList<>()).add(squeezed);
        String table = query.isOperator() ? "operator" : "app";
        List<Object> values = new ArrayList<>();
        String condition = terms.entrySet().stream().map(entry -> {
            values.add(entry.getValue());
            return "k.kind = " + entry.getKey().number() + " and k.term in (?" + values.size() + ")";
        }).collect(Collectors.joining(" or ", "(", ")"));
        boolean hasKind = query.kind() != null && !query.isOperator();
        if (hasKind) {
            values.add(List.of(query.kind()));
        }
        var statement = session.createNativeQuery(dated.over("select x.record_id from term k"
                + " join record_text x on x.text_id = k.text_id and x.record_type = '" + table + "' and x.field in " + NAMES
                + " join " + table + " r on r.id = x.record_id and r.standing = 'current'"
                + (hasKind ? " and r.kind in (?" + values.size() + ")" : "") + " where " + condition
                + " group by x.record_id order by min(k.kind) > " + TermKind.INITIALS.number()
                + ", count(distinct k.kind, k.term) / (min(k.size) + 5) desc, x.record_id limit " + MOST, day), String.class);
        for (int i = 0; i < values.size(); i++) {
            statement.setParameterList(i + 1, (Collection<?>) values.get(i));
        }
        return statement.getResultList();
    }

    /** What the records are called, the name itself first. */
    Map<String, List<Name>> names(String type, Collection<String> ids) {
        Map<String, List<Name>> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            for (Object[] row : session.createNativeQuery("select x.record_id, x.field, t.printed from record_text x"
                    + " join searched_text t on t.id = x.text_id where x.record_type = ?1 and x.record_id in (?2)"
                    + " and x.field in " + NAMES + " order by x.record_id, x.weight, x.field, t.printed", Object[].class)
                    .setParameter(1, type).setParameterList(2, ids).getResultList()) {
                names.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add(new Name((String) row[2], row[1].equals("aliases")));
            }
        }
        return names;
    }

    /** The operators of the apps, as far as they are known. */
    Map<String, String> operators(Collection<String> apps) {
        Map<String, String> operators = new LinkedHashMap<>();
        if (!apps.isEmpty()) {
            session.createNativeQuery("select id, operator_id from app where operator_id is not null and id in (?1)",
                    Object[].class).setParameterList(1, apps).getResultList()
                    .forEach(row -> operators.put((String) row[0], (String) row[1]));
        }
        return operators;
    }

    record Name(String text, boolean isAlias) {
    }
}
