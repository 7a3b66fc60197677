package org.offshelf.importing.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.DocumentRefused.Kind;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/**
 * Turns bytes into text. The bytes decide before any label: pages often say gb2312 and hold UTF-8, and what is valid UTF-8
 * beyond ASCII is nothing else.
 */
final class Encodings {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern LABEL = Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{3,20})");
    private static final int LABEL_WITHIN = 4096;
    /** Share of characters a text must have that Chinese documents are written with. */
    private static final double PLAUSIBLE = 0.85;
    private static final int SAMPLE = 64 << 10;
    private static final char BROKEN = '\ufffd';
    private static final int MOST_BROKEN = 2;
    private static final int ONE_BROKEN_OF = 1_000;

    private Encodings() {
    }

    /** @param broken places that no character stands for; each reads as U+FFFD */
    record Decoded(String text, String charset, long broken) {
    }

    static Decoded decode(byte[] bytes, String mediaType) {
        for (Mark mark : MARKS) {
            if (mark.begins(bytes)) {
                return decode(bytes, mark.length(), mark.charset);
            }
        }
        // Cut off in the middle of a character, as excerpts and broken downloads are, is still valid
        if (!hasNul(bytes)) {
            String utf8 = valid(bytes, StandardCharsets.UTF_8);
            if (utf8 != null) {
                return new Decoded(utf8, "UTF-8", 0);
            }
        }
        return guess(bytes, mediaType);
    }

    private static Decoded guess(byte[] bytes, String mediaType) {
        Set<Charset> candidates = new LinkedHashSet<>();
        List<Charset> labels = labels(bytes, mediaType);
        candidates.addAll(labels);
        if (hasNul(bytes) || candidates.isEmpty()) {
            // Without a mark, UTF-16 shows by its zero bytes, or by reading as Chinese
            candidates.add(StandardCharsets.UTF_16LE);
            candidates.add(StandardCharsets.UTF_16BE);
        }
        candidates.add(GB18030);
        List<Charset> detected = detected(bytes);
        // In one of a byte a character everything is valid, Chinese as gibberish among markup
        detected.stream().filter(charset -> !isOfSingleBytes(charset)).forEach(candidates::add);
        Charset whole = mostPlausible(bytes, candidates);
        if (whole != null) {
            return decode(bytes, 0, whole);
        }
        Decoded torn = torn(bytes, labels);
        if (torn != null) {
            return torn;
        }
        Charset western = mostPlausible(bytes, detected);
        if (western == null) {
            throw new DocumentRefused(Kind.DAMAGED,
                    "The document is not text in UTF-8, UTF-16 or GB18030, nor in another format that is read.");
        }
        return decode(bytes, 0, western);
    }

    /** @return null if none is valid and plausible */
    private static Charset mostPlausible(byte[] bytes, Collection<Charset> candidates) {
        Charset best = null;
        double most = PLAUSIBLE;
        byte[] sample = bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE);
        for (Charset candidate : candidates) {
            double plausible = plausibility(valid(sample, candidate));
            if (plausible > most) {
                best = candidate;
                most = plausible;
            }
        }
        return best;
    }

    /** Text in which a character here and there was cut in two, as sites do that cut by bytes; null if it is none. */
    private static Decoded torn(byte[] bytes, List<Charset> labels) {
        if (hasNul(bytes)) {
            return null;
        }
        Set<Charset> candidates = new LinkedHashSet<>(List.of(StandardCharsets.UTF_8, GB18030));
        labels.stream().filter(charset -> !isOfSingleBytes(charset)).forEach(candidates::add);
        return candidates.stream().map(charset -> decode(bytes, 0, charset))
                .filter(decoded -> decoded.broken() <= MOST_BROKEN + decoded.text().length() / ONE_BROKEN_OF
                        && plausibility(decoded.text()) > PLAUSIBLE)
                .min(Comparator.comparingLong(Decoded::broken)).orElse(null);
    }

    private static boolean isOfSingleBytes(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1;
    }

    /** The charsets that the media type and the first lines of the page name. */
    private static List<Charset> labels(byte[] bytes, String mediaType) {
        List<Charset> labels = new ArrayList<>();
        String start = new String(bytes, 0, Math.min(bytes.length, LABEL_WITHIN), StandardCharsets.ISO_8859_1);
        for (String source : List.of(mediaType == null ? "" : mediaType, start)) {
            Matcher label = LABEL.matcher(source);
            if (label.find()) {
                Charset charset = charset(label.group(1));
                if (charset != null && charset != StandardCharsets.UTF_8) {
                    labels.add(charset);
                }
            }
        }
        return labels;
    }

    private static Charset charset(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("gb") || lower.equals("x-gbk") || lower.equals("cp936")) {
            return GB18030;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static List<Charset> detected(byte[] bytes) {
        List<Charset> detected = new ArrayList<>();
        byte[] sample = bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE);
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            Charset charset = charset(match.getName());
            if (charset != null && match.getConfidence() >= 10) {
                detected.add(charset);
            }
        }
        return detected;
    }

    /** @return null where the bytes are not valid in the charset, but for a character cut off at the end */
    private static String valid(byte[] bytes, Charset charset) {
        for (int cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
            try {
                return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
                        .toString();
            } catch (CharacterCodingException invalid) {
                if (bytes.length < 8) {
                    return null;
                }
            }
        }
        return null;
    }

    /** How much of the text is made of what such documents are written with. */
    private static double plausibility(String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        long plausible = text.codePoints().filter(Encodings::isPlausible).count();
        return (double) plausible / text.codePointCount(0, text.length());
    }

    private static boolean isPlausible(int c) {
        return c == '\n' || c == '\r' || c == '\t' || c >= ' ' && c < 0x7f || c >= 0x4e00 && c <= 0x9fa5
                || c >= 0x3000 && c <= 0x303f || c >= 0xff01 && c <= 0xff5e || c >= 0x2010 && c <= 0x2027 || c == 0xa0
                || c == 0xb7;
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static Decoded decode(byte[] bytes, int from, Charset charset) {
        String text = new String(bytes, from, bytes.length - from, charset);
        return new Decoded(text, charset.name(), text.chars().filter(c -> c == BROKEN).count());
    }

    private record Mark(Charset charset, int... bytes) {

        int length() {
            return bytes.length;
        }

        boolean begins(byte[] document) {
            if (document.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((document[i] & 0xff) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Mark> MARKS = List.of(new Mark(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
            new Mark(Charset.forName("UTF-32LE"), 0xff, 0xfe, 0, 0), new Mark(Charset.forName("UTF-32BE"), 0, 0, 0xfe, 0xff),
            new Mark(StandardCharsets.UTF_16LE, 0xff, 0xfe), new Mark(StandardCharsets.UTF_16BE, 0xfe, 0xff));
}
