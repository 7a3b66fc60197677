package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what stands in one cell under a heading such as {@code 应用名称及版本} or {@code 版本（来源）}. */
final class Combined {

    private static final Pattern BRACKET = Pattern.compile("(.*\\S)\\s*[（(]([^（()）]*)[)）]");
    private static final Pattern TRAILING = Pattern
            .compile("(.*?)[\\s/／,，、:：]*((?:(?:版本号?|[vV])\\s*[:：]?\\s*\\d|\\d+\\.)[\\w.\\-]*)");

    private Combined() {
    }

    /** @return whether there was something to take apart */
    static boolean split(Map<Field, String> values, Set<Field> also) {
        boolean split = false;
        for (Field field : also) {
            for (Field main : List.of(Field.APP, Field.VERSION, Field.STORE)) {
                String printed = values.get(main);
                if (main != field && printed != null && !values.containsKey(field)) {
                    split |= take(values, main, field, printed);
                }
            }
        }
        return split;
    }

    private static boolean take(Map<Field, String> values, Field main, Field wanted, String printed) {
        List<String> parts = parts(Texts.oneLine(printed.replaceAll("\\s*\\n\\s*(?=[（(])", "")), printed);
        for (int i = parts.size() - 1; i > 0; i--) {
            String part = parts.get(i).replaceFirst("^版本号?\\s*[:：]?\\s*", "");
            if (Content.isSure(wanted, part) && (wanted == Field.STORE || !Content.isStore(part))) {
                values.put(wanted, part);
                parts.remove(i);
                values.put(main, String.join("\n", parts));
                return true;
            }
        }
        return false;
    }

    /** The main value first; the rest stands in brackets, behind a slash or on a line of its own. */
    private static List<String> parts(String line, String printed) {
        Matcher bracket = BRACKET.matcher(line);
        if (bracket.matches()) {
            return new ArrayList<>(List.of(bracket.group(1), bracket.group(2)));
        }
        Matcher trailing = TRAILING.matcher(line);
        if (trailing.matches() && !trailing.group(1).isEmpty()) {
            return new ArrayList<>(List.of(trailing.group(1), trailing.group(2)));
        }
        List<String> lines = Texts.lines(printed);
        return new ArrayList<>(lines.size() > 1 ? lines : List.of(line.split("\\s*[/／]\\s*")));
    }
}
