package org.offshelf.term;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.Transliterator;

/**
 * How Chinese is read, in pinyin without tones. ICU knows one reading of each character; where a word has another, such as
 * 音乐, a list of words knows better.
 */
final class Pronunciations {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Han-Latin");
    /** ICU takes milliseconds for a name. Characters are few, so each is asked once. */
    private static final Map<Integer, String> CHARACTERS = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> WORDS = words();
    private static final int LONGEST_WORD = WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);

    private Pronunciations() {
    }

    /** The syllables of the text; a word of letters and digits is one. */
    static List<String> syllables(Folded folded) {
        List<String> syllables = new ArrayList<>();
        for (Folded.Run run : folded.runs()) {
            if (run.isWord()) {
                syllables.add(run.text());
            } else {
                read(run.text(), syllables);
            }
        }
        return syllables;
    }

    private static void read(String characters, List<String> syllables) {
        for (int i = 0; i < characters.length();) {
            String word = wordAt(characters, i);
            if (word != null) {
                syllables.addAll(WORDS.get(word));
                i += word.length();
            } else {
                int c = characters.codePointAt(i);
                syllables.add(CHARACTERS.computeIfAbsent(c, Pronunciations::read));
                i += Character.charCount(c);
            }
        }
    }

    /** The longest word of the list that stands there; null if none does. */
    private static String wordAt(String characters, int index) {
        for (int end = Math.min(characters.length(), index + LONGEST_WORD); end > index; end--) {
            String word = characters.substring(index, end);
            if (WORDS.containsKey(word)) {
                return word;
            }
        }
        return null;
    }

    private static String read(int c) {
        return Folded.of(TO_LATIN.transliterate(Character.toString(c))).squeezed();
    }

    private static Map<String, List<String>> words() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Pronunciations.class.getResourceAsStream("readings.txt"), StandardCharsets.UTF_8))) {
            Map<String, List<String>> words = new HashMap<>();
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                List<String> parts = List.of(line.split(" "));
                words.put(parts.get(0), parts.subList(1, parts.size()));
            });
            return Map.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
