package org.offshelf.importing.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An app in running text with what is wrong with it behind: {@code 1.“name”App（版本1.0，store）。存在…问题。运营者：…}.
 *
 * @param number printed before it
 */
record AppEntry(Integer number, ListedApp app, String developer, List<String> problems) {

    private static final Pattern NUMBER = Pattern.compile("\\s*[(（]?(\\d{1,3})\\s*[)）、.．]\\s*");
    private static final Pattern LABELLED = Pattern
            .compile("(?:其|该(?:App|APP|应用|小程序)的?)?([\\p{IsHan}A-Za-z]{1,10}?)\\s*(?:[:：]|为(?=.*公司$))\\s*(.*)");
    private static final Pattern LEADING = Pattern
            .compile("^[，,、：:\\s]*(?:(?:该|其)(?:App|APP|应用|小程序)?)?(?:(?:存在|有)(?:以下|如下)?(?:问题\\s*[:：])?)?");
    private static final Pattern TRAILING = Pattern.compile("(?:等(?:的)?(?:问题|情况|行为|情形)?|的?问题)?[，,、\\s]*$");

    /** Where at least one of two apps is followed by a problem of its own. */
    static List<AppEntry> in(String text, List<ListedApp> apps) {
        if (apps.isEmpty()) {
            return List.of();
        }
        Deque<AppEntry> entries = new ArrayDeque<>();
        List<String> problems = List.of();
        int told = 0;
        for (int i = apps.size() - 1; i >= 0; i--) {
            int end = i + 1 < apps.size() ? apps.get(i + 1).start() : text.length();
            AppEntry own = of(text.substring(apps.get(i).end(), end), number(text, apps, i), apps.get(i));
            told += own.problems.isEmpty() ? 0 : 1;
            // 《a》、《b》 and then what is wrong with both
            problems = own.problems.isEmpty() ? problems : own.problems;
            entries.push(new AppEntry(own.number, own.app, own.developer, problems));
        }
        boolean alone = text.substring(0, apps.get(0).start()).isBlank() || entries.getFirst().number != null;
        boolean each = told * 2 > apps.size() || told > 0 && alone && !text.startsWith("。", apps.get(apps.size() - 1).end());
        return each && (apps.size() > 1 || alone) ? List.copyOf(entries) : List.of();
    }

    static boolean isAlone(String text, ListedApp app) {
        String before = text.substring(0, app.start());
        return (before.isBlank() || NUMBER.matcher(before).matches() || number(text, List.of(app), 0) != null)
                && text.substring(app.end()).matches("[。；;：:，,\\s]*");
    }

    static AppEntry of(String text, ListedApp app) {
        return new AppEntry(number(text, List.of(app), 0), app, null, List.of());
    }

    /** Adds what a further line says. */
    static void tell(String text, Draft draft) {
        AppEntry more = of(text, null, null);
        draft.put(Field.DEVELOPER, more.developer);
        draft.problems.addAll(more.problems);
    }

    private static AppEntry of(String behind, Integer number, ListedApp app) {
        String developer = app == null ? null : app.developer();
        List<String> problems = new ArrayList<>();
        for (String sentence : behind.split("[。；;]")) {
            String own = sentence.strip();
            Matcher labelled = LABELLED.matcher(own.replaceFirst("^[，,、]\\s*", ""));
            Field field = labelled.matches() ? Headings.field(labelled.group(1)) : null;
            if (field == Field.DEVELOPER) {
                developer = labelled.group(2).strip();
            } else if (Content.isProblem(own) || field == Field.PROBLEM) {
                String problem = field == Field.PROBLEM ? labelled.group(2) : LEADING.matcher(own).replaceFirst("");
                problems.add(TRAILING.matcher(problem).replaceFirst("").strip());
            }
        }
        problems.removeIf(String::isBlank);
        return new AppEntry(number, app, developer, problems);
    }

    /** Printed right before the name, whether or not that is in title marks. */
    private static Integer number(String text, List<ListedApp> apps, int i) {
        int from = i == 0 ? 0 : apps.get(i - 1).end();
        String before = text.substring(from, apps.get(i).start());
        Matcher marked = NUMBER.matcher(before);
        if (marked.matches()) {
            return Integer.valueOf(marked.group(1));
        }
        Matcher unmarked = NUMBER.matcher(text).region(apps.get(i).start(), apps.get(i).end());
        return before.isBlank() && unmarked.lookingAt() ? Integer.valueOf(unmarked.group(1)) : null;
    }
}
