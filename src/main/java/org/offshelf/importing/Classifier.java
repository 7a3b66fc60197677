package org.offshelf.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.category.Category;

/**
 * Sorts printed problem text into categories by the phrases regulators print. Separators also stand inside phrases
 * ({@code APP强制、频繁、过度索取权限}), so the longest known phrase wins over any cut.
 */
public final class Classifier {

    public static final String UNCLASSIFIED = "unclassified";

    private static final Pattern STRONG = Pattern.compile("[\\n；;]+");
    private static final Pattern WEAK = Pattern.compile("[、/，,。\\s]+");

    private final Map<String, String> categoryByPhrase = new HashMap<>();

    public Classifier(List<Category> categories) {
        for (Category category : categories) {
            category.phrases.forEach(phrase -> categoryByPhrase.put(Names.normalise(phrase), category.id));
        }
    }

    public Classification classify(String printed) {
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
        if (category != null) {
            categories.add(category);
        }
        return category != null || normal.isEmpty();
    }

    /** Takes the longest known phrase that starts at each cut, and then goes on behind it. */
    private void takeJoined(String text, Set<String> categories, List<String> unknown) {
        List<int[]> tokens = tokens(text);
        for (int first = 0; first < tokens.size();) {
            int last = tokens.size() - 1;
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
