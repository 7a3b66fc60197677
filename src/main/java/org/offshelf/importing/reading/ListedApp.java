package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.app.AppKind;

/**
 * An app within running text: {@code 《name》（版本1.0，store）}.
 *
 * @param kind where a word behind the name says so
 * @param start where it begins in the line
 * @param end where it ends
 */
record ListedApp(String name, AppKind kind, String version, String store, String developer, int start, int end) {

    private static final Pattern VERSION = Pattern
            .compile("(?i)^(?:应用|软件|小程序|app|安卓|android|ios|苹果|鸿蒙|harmonyos)?端?(?:版本号?|version|ver)\\s*[:：]?\\s*(?=\\S)(.*)$");
    private static final Pattern STORE = Pattern
            .compile("^(?:应用商店|应用市场|应用来源|下载来源|下载平台|下载渠道|来源|平台|商店)(?:\\s*[:：]\\s*|(?<=来源)[为是]?)(.*\\S)$");
    private static final Pattern DEVELOPER = Pattern
            .compile("^(?:应用|App|APP)?(?:开发者|开发商|运营者|运营企业|开发企业|运营单位|企业|公司|主办单位)(?:名称)?\\s*[:：]\\s*(.*)$");
    private static final Pattern LABEL = Pattern.compile("(?:版本|来源|应用商店|下载来源|开发者|运营者)");
    /** A store and behind it a version, with nothing but a space between. */
    private static final Pattern BEHIND = Pattern.compile("(.*\\S)\\s+([vV]?\\d[\\w.]*)版?本?");
    /** What may stand between a name and the bracket behind it. */
    private static final Pattern SORT = Pattern
            .compile("\\s*(?i:(sdk)|(微信小程序|支付宝小程序|小程序|元服务|快应用)|(手机)?(移动)?(app|应用(程序|软件)?|软件|客户端))?\\s*");
    private static final Pattern BARE = Pattern.compile("(?i)小程序|app|应用|软件");
    private static final Pattern NUMBERS = Pattern.compile("[vV]?\\d+(\\.\\d+)+[\\w.\\-]*");
    private static final Pattern SEPARATORS = Pattern.compile("[、,，；;。.：:\\s和及与以等]*");
    private static final Pattern NUMBERED = Pattern
            .compile("[-*•·●]?\\s*(?:[(（]\\d{1,3}[)）]|\\d{1,3}\\s*(?:[)）、]|[.．](?!\\d)))\\s*|[-*•·●]\\s*");

    /**
     * The apps of a line. In a list already begun, names alone are apps if there is nothing else on the line; elsewhere, laws
     * also stand in title marks, so an app shows by its version or store.
     */
    static List<ListedApp> in(String text, boolean inList) {
        List<ListedApp> apps = candidates(text, inList);
        boolean named = apps.stream().anyMatch(app -> app.version != null || app.store != null);
        if (!named && !(inList && onlyApps(text, apps))) {
            return List.of();
        }
        if (named && !apps.isEmpty()) {
            // Laws that come before the first app are part of the heading
            int first = 0;
            while (apps.get(first).version == null && apps.get(first).store == null && !onlyApps(text, apps)) {
                first++;
            }
            return apps.subList(first, apps.size());
        }
        return apps;
    }

    /** Names in quotes are told by what stands in a bracket behind them, as anything may stand in quotes. */
    private static List<ListedApp> candidates(String text, boolean inList) {
        if (text.indexOf('《') >= 0) {
            return marked(text, '《', '》');
        }
        List<ListedApp> quoted = text.indexOf('“') < 0 ? List.of()
                : marked(text, '“', '”').stream().filter(app -> app.version != null || app.store != null).toList();
        return quoted.isEmpty() ? unmarked(text, inList) : quoted;
    }

    ListedApp in(String ofSection) {
        return new ListedApp(name, kind, version, ofSection, developer, start, end);
    }

    private static boolean onlyApps(String text, List<ListedApp> apps) {
        int at = 0;
        for (ListedApp app : apps) {
            String between = text.substring(at, app.start);
            if (!SEPARATORS.matcher(between).matches() && !NUMBERED.matcher(between.strip()).matches()) {
                return false;
            }
            at = app.end;
        }
        return !apps.isEmpty() && SEPARATORS.matcher(text.substring(at)).matches();
    }

    private static List<ListedApp> marked(String text, char opening, char closing) {
        List<ListedApp> apps = new ArrayList<>();
        for (int start = text.indexOf(opening); start >= 0;) {
            int close = opening == '《' ? closingMark(text, start) : text.indexOf(closing, start);
            if (close < 0) {
                break;
            }
            String name = text.substring(start + 1, close).strip();
            Matcher sort = SORT.matcher(text).region(close + 1, text.length());
            int bracket = sort.lookingAt() ? sort.end() : close + 1;
            int end = isOpening(text, bracket) ? closingBracket(text, bracket) : -1;
            AppKind kind = sort.group(1) != null ? AppKind.SDK : sort.group(2) != null ? AppKind.MINI_PROGRAM : null;
            apps.add(end < 0 ? new ListedApp(name, null, null, null, null, start, close + 1)
                    : of(name, kind, text.substring(bracket + 1, end), start, end + 1));
            start = text.indexOf(opening, apps.get(apps.size() - 1).end);
        }
        return apps;
    }

    /** The mark that closes the name: of those after balanced ones, the one that something else than a name follows. */
    private static int closingMark(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '《') {
                // Never closed, when another name begins behind a separator
                if (depth > 0 && i > 0 && "、，,；;".indexOf(text.charAt(i - 1)) >= 0 && lastClosed(text, start, i) >= 0) {
                    return lastClosed(text, start, i);
                }
                depth++;
            } else if (c == '》') {
                depth--;
                int next = skipSpaces(text, i + 1);
                boolean ends = next >= text.length() || isOpening(text, next) || "、，,；;。".indexOf(text.charAt(next)) >= 0
                        || text.charAt(next) == '《';
                if (depth <= 0 && (ends || text.indexOf('》', i + 1) < 0 || text.charAt(next) != '》')) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static int lastClosed(String text, int start, int before) {
        int close = text.lastIndexOf('》', before);
        return close > start ? close : -1;
    }

    /** Names without title marks: {@code name（版本1.0，store）、…} */
    private static List<ListedApp> unmarked(String text, boolean inList) {
        List<ListedApp> apps = new ArrayList<>();
        int at = 0;
        int from = 0;
        while (from < text.length()) {
            int bracket = nextOpening(text, from);
            int end = bracket < 0 ? -1 : closingBracket(text, bracket);
            if (end < 0) {
                break;
            }
            String within = text.substring(bracket + 1, end);
            String before = text.substring(at, bracket);
            int colon = Math.max(before.lastIndexOf('：'), before.lastIndexOf(':'));
            int start = at + (colon < 0 ? 0 : colon + 1);
            String name = text.substring(start, bracket).replaceFirst("^[、,，；;。\\s]+", "");
            Matcher number = NUMBERED.matcher(name);
            boolean numbered = number.lookingAt() && number.end() < name.length() && number.end() > 0;
            if (numbered) {
                name = name.substring(number.end());
            }
            ListedApp app = of(unquoted(name.strip()), null, within, start, end + 1);
            if (!name.isBlank() && name.length() <= 60 && isDetail(within, app, inList || numbered)) {
                apps.add(app);
                at = end + 1;
            }
            from = end + 1;
        }
        return apps;
    }

    /** Anything may stand in brackets; of an app, its version or store. */
    private static boolean isDetail(String within, ListedApp app, boolean inList) {
        boolean numbers = app.version != null && NUMBERS.matcher(app.version).matches();
        return within.contains("版本") && app.version != null || numbers && (inList || app.store != null)
                || inList && app.version == null && Content.isStore(within);
    }

    private static String unquoted(String name) {
        return name.matches("[“\"「【].*[”\"」】]") ? name.substring(1, name.length() - 1) : name;
    }

    private static ListedApp of(String name, AppKind kind, String within, int start, int end) {
        String version = null;
        List<String> others = new ArrayList<>();
        String store = null;
        String developer = null;
        AppKind said = kind;
        List<String> parts = parts(within);
        for (String part : parts) {
            Matcher asVersion = VERSION.matcher(part);
            Matcher asStore = STORE.matcher(part);
            Matcher asDeveloper = DEVELOPER.matcher(part);
            if (version == null && asVersion.matches()) {
                version = asVersion.group(1).strip();
            } else if (parts.size() > 1 && BARE.matcher(part).matches()) {
                said = part.equals("小程序") ? AppKind.MINI_PROGRAM : said;
            } else if (asStore.matches()) {
                store = asStore.group(1).strip();
            } else if (asDeveloper.matches()) {
                developer = asDeveloper.group(1).strip();
            } else {
                others.add(part);
            }
        }
        if (version == null) {
            for (String part : others) {
                if (Content.isVersion(part) && !Content.isStore(part)) {
                    version = part;
                    others.remove(part);
                    break;
                }
            }
        }
        boolean known = version != null || others.stream().anyMatch(part -> Content.isStore(part) || Content.isHost(part));
        for (String part : others) {
            if (developer == null && Content.isSure(Field.DEVELOPER, part) && !Content.isStore(part)) {
                developer = part;
            } else if (store == null && known) {
                store = part;
            } else if (known) {
                store = store + "，" + part;
            }
        }
        return new ListedApp(name, said, version, store, developer, start, end);
    }

    /** Cut at commas that stand in no further bracket, and before a label. */
    private static List<String> parts(String within) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < within.length(); i++) {
            char c = within.charAt(i);
            depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            boolean labelled = c == '、' && LABEL.matcher(within).region(i + 1, within.length()).lookingAt();
            if (depth == 0 && (labelled || "，,；;".indexOf(c) >= 0)) {
                parts.add(within.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(within.substring(from).strip());
        parts.removeIf(String::isEmpty);
        Matcher behind = parts.size() == 1 && !VERSION.matcher(parts.get(0)).matches() ? BEHIND.matcher(parts.get(0)) : null;
        return behind != null && behind.matches() ? List.of(behind.group(1), behind.group(2)) : parts;
    }

    private static int skipSpaces(String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private static boolean isOpening(String text, int at) {
        return at < text.length() && (text.charAt(at) == '（' || text.charAt(at) == '(');
    }

    private static int nextOpening(String text, int from) {
        int wide = text.indexOf('（', from);
        int narrow = text.indexOf('(', from);
        return wide < 0 ? narrow : narrow < 0 ? wide : Math.min(wide, narrow);
    }

    /** Either form closes either, as they are mixed in print. */
    private static int closingBracket(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
            // A bracket never closed ends with its app
            if (c == '《' && i > open) {
                return -1;
            }
        }
        return -1;
    }
}
