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
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.offshelf.app.AppKind;
import org.offshelf.app.Identifier;
import org.offshelf.search.Likeness;
import org.offshelf.term.Editions;
import org.offshelf.term.Folded;
import org.offshelf.term.TextStyle;

/**
 * Recognises apps: by what a platform calls them, then by name and operator. What is uncertain is proposed, with what is
 * assumed unless somebody decides.
 */
final class KnownApps {

    static final String FILING_NUMBER = "icp";

    /** Below, a name is another name. */
    private static final double LIKELY = 0.6;
    /** Run by another operator, a namesake still has to be looked at. */
    private static final double NAMESAKE = 0.55;
    private static final int MOST = 5;
    static final int COMPARED = 30;
    /** A number without a letter is that of the company or a site. */
    private static final Pattern OF_AN_APP = Pattern.compile(".*备.*\\d+ ?\\d+[a-z]$");

    private final KnownOperators operators;
    private final Succession succession = new Succession("app");
    /** In the order in which they became known, so that it does not matter what else is known. */
    private final Map<String, KnownApp> byId = new LinkedHashMap<>();
    private final NameIndex byName = new NameIndex();
    private final Map<Owned, String> byNameAndOperator = new HashMap<>();
    private final NameIndex byAlias = new NameIndex();
    private final Map<String, Map<String, Set<Identifier>>> byFilingNumber = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final NameIndex near = new NameIndex();
    private boolean hasNear;
    private String lastName;
    private Set<String> lastKeys;

    KnownApps(KnownOperators operators) {
        this.operators = operators;
    }

    /**
     * @param successor null unless it was merged
     * @param isCurrent whether it still speaks for itself
     */
    void add(KnownApp app, String successor, boolean isCurrent) {
        succession.add(app.id(), app.identity(), successor);
        if (isCurrent) {
            byId.put(app.id(), app);
        }
        if (isCurrent || successor != null) {
            String first = key(app.kind(), firstName(app));
            String name = key(app.kind(), Names.normalise(app.name()));
            byName.put(first, app.id());
            byNameAndOperator.merge(owned(first, app.operator()), app.id(),
                    (before, now) -> byId.containsKey(before) ? before : now);
            // Mostly they are the same, and one text for both is enough
            byAlias.put(name.equals(first) ? first : name, app.id());
            app.aliases().forEach(alias -> byAlias.put(key(app.kind(), Names.normalise(alias)), app.id()));
        }
        if (hasNear) {
            index(app);
        }
    }

    /** The ids an app of this name may get if it is new: as that of any operator that may be meant, or of nobody. */
    Stream<String> idsToBe(Named.App named) {
        Set<String> owners = new LinkedHashSet<>(List.of(""));
        if (operators.get(named.operator()) != null) {
            owners.add(operators.get(named.operator()).identity());
        }
        if (named.developer() != null) {
            owners.addAll(operators.identities(named.developer()));
        }
        String key = key(named.kind(), Names.normalise(named.name())) + '|';
        return owners.stream().map(owner -> succession.freeId(succession.freeIdentity(key + owner)));
    }

    /**
     * Others have these ids.
     *
     * @return whether that was not known
     */
    boolean take(Collection<String> ids) {
        return succession.take(ids);
    }

    private static String firstName(KnownApp app) {
        int start = app.identity().indexOf('|') + 1;
        return app.identity().substring(start, Math.max(app.identity().lastIndexOf('|'), start));
    }

    void identify(String app, Identifier identifier) {
        if (FILING_NUMBER.equals(identifier.scheme())) {
            byFilingNumber.computeIfAbsent(filingKey(identifier.value()), any -> new LinkedHashMap<>())
                    .computeIfAbsent(app, any -> new LinkedHashSet<>()).add(identifier);
        }
    }

    private Owned owned(String key, String operator) {
        return new Owned(key, operator == null ? null : operators.current(operator));
    }

    static String key(AppKind kind, String name) {
        return kind.code() + '|' + name;
    }

    KnownApp get(String id) {
        return byId.get(succession.current(id));
    }

    /** The app that is about to be made, or already is to be: two rows that both name a new one need not agree on it. */
    KnownApp make(AppKind kind, String name, String operator) {
        String wanted = identity(kind, name, operator);
        KnownApp before = byId.get(made.get(wanted));
        if (before != null && Objects.equals(before.operator(), operator)) {
            return before;
        }
        String identity = succession.freeIdentity(wanted);
        KnownApp app = new KnownApp(succession.freeId(identity), identity, kind, name, List.of(), operator, true);
        add(app, null, true);
        made.put(wanted, app.id());
        return app;
    }

    private String identity(AppKind kind, String name, String operator) {
        return key(kind, Names.normalise(name)) + '|' + (operator == null ? "" : operators.get(operator).identity());
    }

    /** From now on it is known who runs it. */
    void runBy(String app, String operator) {
        KnownApp known = byId.get(app);
        byId.put(app, known.runBy(operator));
        String first = key(known.kind(), firstName(known));
        byNameAndOperator.remove(owned(first, null), app);
        byNameAndOperator.putIfAbsent(owned(first, operator), app);
    }

    /**
     * An app of the same kind and name, if its operator is the same or one of the two is not known. Where several companies
     * have one of that name, a document that names no company means none of them.
     *
     * @param operator null when the document does not say
     * @param developer the operator as printed
     * @param filingNumber null when none is printed
     * @param propose whether to look for others that may be meant, which takes longer
     */
    Recognised recognise(AppKind kind, String name, String operator, String developer, String filingNumber, boolean propose) {
        String key = key(kind, Names.normalise(name));
        List<KnownApp> namesakes = current(byName.get(key));
        for (KnownApp app : ofFilingNumber(filingNumber)) {
            if (Objects.equals(operator, app.operator()) || namesakes.contains(app)
                    || likeness(app, name, null).score() >= LIKELY) {
                return Recognised.certain(app.id(), "the filing number " + filingNumber);
            }
        }
        KnownApp same = get(byNameAndOperator.get(owned(key, operator)));
        if (same != null && operator != null) {
            return Recognised.certain(same.id(), "the same name and operator");
        }
        if (same != null && same.isNew()) {
            return Recognised.certain(same.id(), "named before in this document");
        }
        List<KnownApp> others = current(byAlias.get(key));
        for (KnownApp app : others) {
            if (operator != null && operator.equals(app.operator())) {
                return Recognised.certain(app.id(), "another name of " + app.name() + ", and the same operator");
            }
        }
        List<Candidate> candidates = propose ? candidates(kind, name, operator, developer, filingNumber) : List.of();
        if (operator == null && namesakes.size() == 1) {
            return assumed(namesakes.get(0), "the only app of this name; no developer is printed", name, null, candidates);
        }
        KnownApp unowned = get(byNameAndOperator.get(owned(key, null)));
        if (unowned != null && unowned.operator() == null) {
            return assumed(unowned, "the same name; who runs it was not known", name, developer, candidates);
        }
        return Recognised.fresh(candidates, candidates.isEmpty() ? "no app is known by this name"
                : namesakes.isEmpty() ? "apps with a similar name are known"
                        : "apps of this name are known, of other operators");
    }

    private Recognised assumed(KnownApp app, String reason, String name, String developer, List<Candidate> candidates) {
        return new Recognised(app.id(), false, likeness(app, name, developer).score(), reason, candidates);
    }

    /** Of many namesakes, some show well enough that there are many. */
    private List<KnownApp> current(Collection<String> ids) {
        return ids.stream().limit(COMPARED).map(this::get).filter(Objects::nonNull).distinct().toList();
    }

    private List<KnownApp> ofFilingNumber(String printed) {
        if (printed == null) {
            return List.of();
        }
        List<Folded> spellings = filingNumber(printed);
        if (!OF_AN_APP.matcher(spellings.get(0).text()).matches()) {
            return List.of();
        }
        // A number of one province is not that of another, though either may be printed without
        return byFilingNumber.getOrDefault(filingKey(printed), Map.of()).entrySet().stream().limit(COMPARED)
                .filter(entry -> entry.getValue().stream().map(identifier -> filingNumber(identifier.value()))
                        .anyMatch(other -> other.contains(spellings.get(0)) || spellings.contains(other.get(0))))
                .map(entry -> get(entry.getKey())).filter(Objects::nonNull).distinct().toList();
    }

    private static List<Folded> filingNumber(String printed) {
        return TextStyle.CODE.spellings(Folded.of(printed));
    }

    static String filingKey(String printed) {
        List<Folded> spellings = filingNumber(printed);
        return spellings.get(spellings.size() - 1).text();
    }

    private List<Candidate> candidates(AppKind kind, String name, String operator, String developer, String filingNumber) {
        if (!hasNear) {
            hasNear = true;
            byId.values().forEach(this::index);
        }
        Set<String> ids = new LinkedHashSet<>();
        ofFilingNumber(filingNumber).forEach(app -> ids.add(app.id()));
        String key = key(kind, Names.normalise(name));
        current(byName.get(key)).forEach(app -> ids.add(app.id()));
        current(byAlias.get(key)).forEach(app -> ids.add(app.id()));
        nearKeys(kind, name).forEach(
                near -> this.near.get(near).stream().limit(COMPARED).forEach(ids::add));
        if (operator != null) {
            near.get(operator).stream().limit(COMPARED).filter(id -> begins(byId.get(id).name(), name))
                    .forEach(ids::add);
        }
        return ids.stream().limit(COMPARED).map(byId::get).filter(app -> app != null && app.kind() == kind)
                .map(app -> {
                    Likeness likeness = likeness(app, name, developer);
                    return new Candidate(app.id(), app.name(), app.operator(), likeness.score(), likeness.reason());
                })
                .filter(candidate -> candidate.score() >= NAMESAKE && (candidate.score() >= LIKELY
                        || !Objects.equals(candidate.operator(), operator)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id))
                .limit(MOST).toList();
    }

    /** Names that begin differently are not worth scoring. */
    private static boolean begins(String one, String other) {
        return one.regionMatches(true, 0, other, 0, Math.min(2, Math.min(one.length(), other.length())));
    }

    private Likeness likeness(KnownApp app, String name, String developer) {
        return Likeness.ofApp(name, developer, app.name(), app.aliases(), operators.names(app.operator()));
    }

    private void index(KnownApp app) {
        if (byId.containsKey(app.id())) {
            List<String> names = new ArrayList<>(app.aliases());
            names.add(app.name());
            names.forEach(name -> nearKeys(app.kind(), name)
                    .forEach(key -> near.put(key, app.id())));
            if (app.operator() != null) {
                near.put(app.operator(), app.id());
            }
        }
    }

    /** What near names have in common: the name folded, and that without its edition. */
    private Set<String> nearKeys(AppKind kind, String name) {
        String asked = key(kind, name);
        if (!asked.equals(lastName)) {
            lastKeys = keys(kind, Folded.of(name).squeezed());
            lastName = asked;
        }
        return lastKeys;
    }

    private static Set<String> keys(AppKind kind, String folded) {
        if (folded.isEmpty()) {
            return Set.of();
        }
        Set<String> keys = new LinkedHashSet<>(List.of(key(kind, folded)));
        Editions.of(folded).ifPresent(bare -> keys.add(key(kind, bare)));
        return keys;
    }

    /** @param operator null if it is not known */
    private record Owned(String key, String operator) {
    }
}
