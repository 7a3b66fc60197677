package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.app.AppKind;
import org.offshelf.importing.reading.Block.Line;

/**
 * Reads lists without a table: a problem, and beneath it or behind it the apps that have it. An app that stands under several
 * problems, with the same version and store, is one row with all of them.
 */
final class ProblemGroups {

    private static final Pattern NUMBER = Pattern
            .compile("^\\s*(?:问题)?\\s*[(（]?\\s*(" + Numerals.PATTERN + ")\\s*[)）]?\\s*[、.．:：)）]\\s*(?!\\d)");
    private static final Pattern INVOLVES = Pattern
            .compile("[,，。；;:：、\\s(（]*(?:共?\\s*涉及|涉|共有|共)\\s*(?:以下|下列)?\\s*(" + Numerals.PATTERN
                    + ")\\s*(?:款|个|家|项)[^《》]{0,24}?(?:如下|包括|分别[为是]|[为有即])?\\s*[)）]?\\s*[:：。]?\\s*$");
    private static final Pattern COUNT = Pattern.compile("(" + Numerals.PATTERN + ")\\s*(?:款|个|家|项)");
    private static final Pattern BRACKETED = Pattern
            .compile("\\s*[(（]\\s*(?:共|涉及|共计)?\\s*(?:" + Numerals.PATTERN + ")\\s*[款个][^（()）]{0,12}[)）]\\s*[:：。]?\\s*$");
    private static final Pattern FOLLOWS = Pattern.compile("(?:如下|包括|分别[为是]|名单如下|包含)\\s*[:：]?\\s*$");
    private static final Pattern TRAILING = Pattern.compile("[\\s。；;:：，,、]+$");
    private static final Pattern COLON = Pattern.compile("[:：]\\s*");

    private static final int LONGEST_HEADING = 1500;

    private record Key(String app, String version, String store) {
    }

    /** A problem and how many apps it says it has. */
    private record Group(int number, String problem, Integer declared, AppKind kind, String place) {
    }

    private final Map<Key, Draft> byKey = new LinkedHashMap<>();
    private final Map<Key, TreeSet<Integer>> groupsOf = new LinkedHashMap<>();
    private final Map<Key, List<String>> placesOf = new LinkedHashMap<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Line> rest = new ArrayList<>();
    private Group group;
    private Draft entry;
    /** What the apps below a heading with its name are from. */
    private String store;
    private int groups;
    private int inGroup;

    private ProblemGroups() {
    }

    record Reading(List<Draft> drafts, List<Warning> warnings, List<Line> rest) {
    }

    /** @param lines between two tables; those that are not part of a list come back as the rest */
    static Reading read(List<Line> lines, Budget budget) {
        ProblemGroups reader = new ProblemGroups();
        for (int i = 0; i < lines.size(); i++) {
            budget.time();
            Line next = i + 1 < lines.size() ? lines.get(i + 1) : null;
            if (!reader.line(lines.get(i), next)) {
                reader.rest.add(lines.get(i));
            }
        }
        reader.endGroup();
        List<Draft> drafts = new ArrayList<>();
        reader.byKey.forEach((key, draft) -> drafts.add(reader.placed(key, draft)));
        return new Reading(drafts, reader.warnings, reader.rest);
    }

    private Draft placed(Key key, Draft draft) {
        Draft placed = new Draft(String.join("; ", placesOf.get(key)));
        placed.number = draft.number;
        placed.kind = draft.kind;
        placed.values.putAll(draft.values);
        placed.problems.addAll(draft.problems);
        return placed;
    }

    private boolean line(Line line, Line next) {
        String text = line.text().strip();
        List<ListedApp> apps = ListedApp.in(text, group != null).stream().map(app -> app.store() == null ? app.in(store) : app)
                .toList();
        List<AppEntry> entries = AppEntry.in(text, apps);
        if (!entries.isEmpty()) {
            endGroup();
            entries.forEach(entry -> add(entry, line.place()));
            String before = text.substring(0, apps.get(0).start());
            if (before.length() > 4) {
                rest.add(new Line(before, false, line.place()));
            }
            return true;
        }
        if (!apps.isEmpty()) {
            String before = text.substring(0, apps.get(0).start());
            // A heading, and the apps behind it on the same line
            if (!before.isBlank() && isHeading(before, true)) {
                begin(before, line.place());
            }
            if (group == null) {
                return beginsEntry(text, apps, line, next);
            }
            apps.forEach(app -> add(app, line.place()));
            return true;
        }
        if (entry != null && Content.isProblem(text)) {
            AppEntry.tell(text, entry);
            return true;
        }
        entry = null;
        String title = NUMBER.matcher(text).replaceFirst("").strip();
        if (Content.isStore(title)) {
            store = title;
            endGroup();
            return false;
        }
        List<ListedApp> below = next == null ? List.of() : ListedApp.in(next.text().strip(), true);
        boolean listFollows = !below.isEmpty() && AppEntry.in(next.text().strip(), below).isEmpty();
        if (isHeading(text, listFollows)) {
            begin(text, line.place());
            return true;
        }
        if (group != null && inGroup > 0) {
            endGroup();
        }
        return false;
    }

    /** An app on a line of its own, and what is wrong with it on the next. */
    private boolean beginsEntry(String text, List<ListedApp> apps, Line line, Line next) {
        boolean begins = apps.size() == 1 && AppEntry.isAlone(text, apps.get(0)) && next != null
                && Content.isProblem(next.text()) && ListedApp.in(next.text().strip(), false).isEmpty();
        entry = begins ? add(AppEntry.of(text, apps.get(0)), line.place()) : null;
        return begins;
    }

    /** A number and a problem, or how many apps are concerned. */
    private static boolean isHeading(String text, boolean listFollows) {
        String cleaned = text.strip();
        if (cleaned.length() > LONGEST_HEADING) {
            return false;
        }
        boolean involves = INVOLVES.matcher(cleaned).find();
        Matcher number = NUMBER.matcher(cleaned);
        boolean numbered = number.find();
        if (numbered && number.end() == cleaned.length()) {
            return false;
        }
        boolean announces = FOLLOWS.matcher(cleaned).find() || cleaned.endsWith("：") || cleaned.endsWith(":");
        if (involves && (numbered || listFollows)) {
            return true;
        }
        return listFollows && (numbered || announces && Content.isProblem(cleaned) && cleaned.length() < 300
                || Content.isProblem(cleaned) && cleaned.length() < 120) && !isIntroduction(cleaned);
    }

    /** The sentence before a list of all apps is no problem of theirs. */
    private static boolean isIntroduction(String text) {
        return text.matches(".*(依据|根据|按照|通报如下|现予以通报|现将|近期|近日|截至|应当?[在于]|请相关).*|.*(通报|通告|公告|通知)([（(].*[)）])?");
    }

    private void begin(String heading, String place) {
        endGroup();
        Matcher number = NUMBER.matcher(heading);
        groups++;
        int own = groups;
        String problem = heading;
        if (number.find()) {
            Integer printed = Numerals.parse(number.group(1));
            own = printed == null ? groups : printed;
            problem = heading.substring(number.end());
        }
        Matcher involves = INVOLVES.matcher(problem);
        Integer declared = null;
        AppKind kind = null;
        Matcher bracketed = BRACKETED.matcher(problem);
        if (bracketed.find()) {
            declared = count(bracketed.group());
            kind = Headings.kind(bracketed.group());
            problem = problem.substring(0, bracketed.start());
        } else if (involves.find()) {
            kind = Headings.kind(involves.group());
            declared = count(involves.group());
            problem = problem.substring(0, involves.start());
        } else {
            problem = problem.replaceFirst(
                    "[,，。；;]?\\s*(涉及|涉)?(的)?\\s*(移动)?(应用|APP|App|app|小程序|SDK|软件)?(程序)?(名单)?(如下|包括|有)?\\s*[:：]\\s*$", "");
        }
        group = new Group(own, TRAILING.matcher(problem).replaceAll("").strip(), declared, kind, place);
        inGroup = 0;
    }

    /** {@code 4款App和2款小程序} are six. */
    private static Integer count(String involves) {
        return COUNT.matcher(involves).results().map(count -> Numerals.parse(count.group(1))).filter(Objects::nonNull)
                .reduce(Integer::sum).orElse(null);
    }

    private void endGroup() {
        if (group == null) {
            return;
        }
        if (group.declared != null && group.declared != inGroup) {
            warnings.add(new Warning(Warning.Kind.COUNT, group.place,
                    "The group states " + group.declared + " apps; " + inGroup + " were found."));
        } else if (inGroup == 0) {
            warnings.add(new Warning(Warning.Kind.NOT_UNDERSTOOD, group.place, "No app was found under this problem."));
        }
        group = null;
        inGroup = 0;
    }

    private void add(ListedApp app, String place) {
        inGroup++;
        Key key = new Key(app.name(), app.version(), app.store());
        Draft draft = byKey.computeIfAbsent(key, absent -> draft(app, place));
        draft.kind = draft.kind == null ? group.kind : draft.kind;
        if (!group.problem.isEmpty() && !draft.problems.contains(group.problem)) {
            draft.problems.add(group.problem);
        }
        groupsOf.computeIfAbsent(key, absent -> new TreeSet<>()).add(group.number);
        String placed = "group " + group.number + ", " + place;
        List<String> places = placesOf.computeIfAbsent(key, absent -> new ArrayList<>());
        if (!places.contains(placed)) {
            places.add(placed);
        }
    }

    private Draft add(AppEntry entry, String place) {
        ListedApp app = entry.app();
        Key key = new Key(app.name(), app.version(), app.store());
        Draft draft = byKey.computeIfAbsent(key, absent -> draft(app, place));
        draft.number = entry.number();
        draft.put(Field.DEVELOPER, entry.developer());
        entry.problems().stream().filter(problem -> !draft.problems.contains(problem)).forEach(draft.problems::add);
        placesOf.computeIfAbsent(key, absent -> new ArrayList<>()).add(place);
        return draft;
    }

    private Draft draft(ListedApp app, String place) {
        Draft draft = new Draft(place);
        draft.kind = app.kind();
        draft.put(Field.APP, app.name());
        draft.put(Field.VERSION, app.version());
        draft.put(Field.STORE, app.store());
        draft.put(Field.DEVELOPER, app.developer());
        return draft;
    }
}
