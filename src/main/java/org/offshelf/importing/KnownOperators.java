package org.offshelf.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.offshelf.search.Likeness;
import org.offshelf.term.CompanyNames;
import org.offshelf.term.Folded;

/** Recognises companies by their legal names and aliases. */
final class KnownOperators {

    /** Below, a name is another name. */
    private static final double LIKELY = 0.8;
    private static final int MOST = 5;
    private static final int COMPARED = 30;

    private final Succession succession = new Succession("op");
    /** In the order in which they became known, so that it does not matter what else is known. */
    private final Map<String, KnownOperator> byId = new LinkedHashMap<>();
    private final Map<String, String> byName = new HashMap<>();
    private final NameIndex byAlias = new NameIndex();
    private final Map<String, String> made = new HashMap<>();
    private final NameIndex near = new NameIndex();
    private boolean hasNear;
    private String lastName;
    private String lastCore;

    /**
     * @param successor null unless it was merged
     * @param isCurrent whether it still speaks for itself
     * @param creditCode null if it is not known
     */
    void add(KnownOperator operator, String successor, boolean isCurrent, String creditCode) {
        succession.add(operator.id(), operator.identity(), successor);
        if (isCurrent) {
            byId.put(operator.id(), operator);
        }
        if (isCurrent || successor != null) {
            byName.putIfAbsent(operator.identity(), operator.id());
            byName.putIfAbsent(Names.normalise(operator.name()), operator.id());
            operator.aliases().forEach(alias -> alias(alias, operator.id()));
            if (creditCode != null) {
                alias(creditCode, operator.id());
            }
        }
        if (hasNear) {
            index(operator);
        }
    }

    private void alias(String alias, String id) {
        byAlias.put(Names.normalise(alias), id);
    }

    /** The id of the company it has become. */
    String current(String id) {
        return succession.current(id);
    }

    KnownOperator get(String id) {
        return byId.get(succession.current(id));
    }

    /** The names of the company by which another spelling of it can be told. */
    List<String> names(String id) {
        KnownOperator operator = id == null ? null : get(id);
        if (operator == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(List.of(operator.name()));
        names.addAll(operator.aliases());
        return names;
    }

    /**
     * By its legal name, or by another name it goes by; a name that several go by tells nothing.
     *
     * @param propose whether to look for others that may be meant, which takes longer
     */
    Recognised recognise(String printed, boolean propose) {
        String identity = Names.normalise(printed);
        KnownOperator named = byName.containsKey(identity) ? get(byName.get(identity)) : null;
        if (named != null) {
            return Recognised.certain(named.id(), "the same legal name");
        }
        List<KnownOperator> known = byAlias.get(identity).stream().map(this::get).filter(Objects::nonNull)
                .distinct().toList();
        if (known.size() == 1) {
            return Recognised.certain(known.get(0).id(), "another name of " + known.get(0).name());
        }
        return Recognised.fresh(propose ? candidates(printed) : List.of(), "no operator is known by this name");
    }

    /** The company that is about to be made, or already is to be. */
    KnownOperator make(String printed) {
        String wanted = Names.normalise(printed);
        if (made.containsKey(wanted)) {
            return get(made.get(wanted));
        }
        String identity = succession.freeIdentity(wanted);
        KnownOperator operator = new KnownOperator(succession.freeId(identity), identity, printed, List.of());
        add(operator, null, true, null);
        made.put(wanted, operator.id());
        return operator;
    }

    /** The companies that are named for certain. */
    Set<String> meant(Named named) {
        Set<String> meant = new LinkedHashSet<>();
        named.developers().forEach(developer -> meant.add(recognise(developer, false).id()));
        named.apps().stream().map(Named.App::operator).filter(id -> get(id) != null).forEach(id -> meant.add(get(id).id()));
        meant.remove(null);
        return meant;
    }

    /** The identities a company of this name may have: that of who is meant, and that of a new one. */
    Set<String> identities(String printed) {
        Recognised recognised = recognise(printed, false);
        Set<String> identities = new LinkedHashSet<>(List.of(succession.freeIdentity(Names.normalise(printed))));
        if (!recognised.isNew()) {
            identities.add(get(recognised.id()).identity());
        }
        return identities;
    }

    /** The id a company of this name gets if it is new. */
    String idToBe(String printed) {
        return succession.freeId(succession.freeIdentity(Names.normalise(printed)));
    }

    /**
     * Others have these ids.
     *
     * @return whether that was not known
     */
    boolean take(Collection<String> ids) {
        return succession.take(ids);
    }

    private List<Candidate> candidates(String printed) {
        if (!hasNear) {
            hasNear = true;
            byId.values().forEach(this::index);
        }
        return Stream.of(core(printed), Folded.of(printed).squeezed()).flatMap(key -> near.get(key).stream()).distinct()
                .limit(COMPARED).map(byId::get)
                .map(operator -> {
                    Likeness likeness = Likeness.ofOperator(printed, operator.name(), operator.aliases());
                    return new Candidate(operator.id(), operator.name(), null, likeness.score(), likeness.reason());
                })
                .filter(candidate -> candidate.score() >= LIKELY)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id))
                .limit(MOST).toList();
    }

    private void index(KnownOperator operator) {
        if (byId.containsKey(operator.id())) {
            near.put(core(operator.name()), operator.id());
            // They are no legal names, of which a part could be left out
            operator.aliases().forEach(alias -> near.put(Folded.of(alias).squeezed(), operator.id()));
        }
    }

    /** A name is looked for and then made known: once is enough to take it apart. */
    private String core(String name) {
        if (!name.equals(lastName)) {
            lastCore = CompanyNames.core(Folded.of(name)).squeezed();
            lastName = name;
        }
        return lastCore;
    }
}
