package org.offshelf.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.offshelf.category.Category;

/**
 * Sorts printed problem text into categories by the phrases regulators print. Separators also stand inside phrases
 * ({@code APP强制、频繁、过度索取权限}), so the longest known phrase wins over any cut.
 */
public final class Classifier {

    public static final String UNCLASSIFIED = "unclassified";

    private static final Pattern STRONG = Pattern.compile("[\\n；;]+");
    private static final Pattern WEAK = Pattern.compile("[、/，,。\\s]+");
    /** Texts repeat within a document; no more than these are remembered. */
    private static final int REMEMBERED = 5_000;
    /** Of two phrases more different than this, neither is meant by the other. */
    private static final double MOST_DIFFERENT = 0.5;

    private final Map<String, String> categoryByPhrase = new HashMap<>();
    private final Map<String, String> categoryByLoosePhrase = new HashMap<>();
    private final Set<String> phrases = new TreeSet<>();
    private final int longest;
    private final Map<String, Classification> remembered = new HashMap<>();

    public Classifier(Collection<Category> categories) {
        Set<String> ambiguous = new HashSet<>();
        for (Category category : categories) {
            for (String phrase : category.phrases) {
                phrases.add(phrase);
                categoryByPhrase.put(Names.normalise(phrase), category.id);
                String loose = LooseWording.loose(phrase);
                String other = categoryByLoosePhrase.put(loose, category.id);
                if (other != null && !other.equals(category.id)) {
                    ambiguous.add(loose);
                }
            }
        }
        categoryByLoosePhrase.keySet().removeAll(ambiguous);
        categoryByLoosePhrase.remove("");
        longest = phrases.stream().mapToInt(phrase -> tokens(phrase).size()).max().orElse(1);
    }

    public Classification classify(String printed) {
        Classification known = remembered.get(printed);
        if (known == null) {
            known = sort(printed);
            if (remembered.size() < REMEMBERED) {
                remembered.put(printed, known);
            }
        }
        return known;
    }

    /** The known phrase that an unknown one comes nearest to; takes time in proportion to all phrases there are. */
    public Optional<String> nearest(String unknown) {
        String wanted = LooseWording.loose(unknown);
        String nearest = null;
        int least = (int) (wanted.length() * MOST_DIFFERENT) + 1;
        for (String phrase : phrases) {
            int distance = new LevenshteinDistance(least).apply(wanted, LooseWording.loose(phrase));
            if (distance >= 0 && distance < least) {
                least = distance;
                nearest = phrase;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private Classification sort(String printed) {
        Set<String> categories = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        for (String line : printed.split("\\n")) {
            if (!take(line, categories)) {
                for (String part : STRONG.split(line)) {
                    if (!take(part, categories)) {
                        takeJoined(part, categories, unknown);
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            categories.add(UNCLASSIFIED);
        }
        return new Classification(categories, unknown);
    }

    private boolean take(String phrase, Set<String> categories) {
        String normal = Names.normalise(phrase);
        String category = categoryByPhrase.get(normal);
        if (category == null) {
            String loose = LooseWording.loose(phrase);
            category = categoryByLoosePhrase.get(loose);
            normal = loose;
        }
        if (category != null) {
            categories.add(category);
        }
        return category != null || normal.isEmpty();
    }

    /** Takes the longest known phrase that starts at each cut, and then goes on behind it. */
    private void takeJoined(String text, Set<String> categories, List<String> unknown) {
        List<int[]> tokens = tokens(text);
        for (int first = 0; first < tokens.size();) {
            int last = Math.min(tokens.size(), first + longest) - 1;
            while (last > first && !take(text.substring(tokens.get(first)[0], tokens.get(last)[1]), categories)) {
                last--;
            }
            String token = text.substring(tokens.get(first)[0], tokens.get(first)[1]);
            if (last == first && !take(token, categories)) {
                unknown.add(token);
            }
            first = last + 1;
        }
    }

    private static List<int[]> tokens(String text) {
        List<int[]> tokens = new ArrayList<>();
        int start = 0;
        Matcher cut = WEAK.matcher(text);
        while (cut.find()) {
            if (cut.start() > start) {
                tokens.add(new int[] { start, cut.start() });
            }
            start = cut.end();
        }
        if (start < text.length()) {
            tokens.add(new int[] { start, text.length() });
        }
        return tokens;
    }

    /** @param unknown the pieces no phrase matched; they count as {@code unclassified} */
    public record Classification(Set<String> categories, List<String> unknown) {
    }
}
