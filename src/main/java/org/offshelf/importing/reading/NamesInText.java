package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;

/**
 * The apps that a text names without any list: {@code 包括《a》《b》等3款App}, {@code “c”App}. Only for documents that hold nothing
 * else, as names in a story about a list are in the list.
 */
final class NamesInText {

    private static final String NAME = "(?:《[^《》]{1,40}》|“[^“”]{1,40}”)";
    private static final String SORT = "(?i:app|应用|小程序|sdk|软件|移动应用)";
    private static final Pattern NAMES = Pattern
            .compile("(?:(?:包括|分别[为是]|即|对|下架|通报)\\s*)?(" + NAME + "(?:\\s*[、，,和及与]?\\s*" + NAME
                    + ")*)\\s*(等)?\\s*(?:[\\d〇零一二三四五六七八九十百两]{1,6}\\s*[款个])?\\s*(" + SORT + ")?");
    private static final Pattern LIST = Pattern
            .compile("[款个][^，,。；;《“]{0,20}" + SORT + "?.{0,30}?(?:包括|分别[为是]|即|如下|[:：])\\s*$");
    private static final Pattern ONE = Pattern.compile(NAME);
    private static final Pattern LAW = Pattern.compile(".*(法|条例|规定|办法|通知|通报|公告|标准|指南|方案|规范|行动|制度|协议|政策|告知书|回头看)");

    private NamesInText() {
    }

    static List<Draft> in(List<Line> lines) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (Line line : lines) {
            for (String sentence : line.text().split("(?<=[。；;])")) {
                Matcher names = NAMES.matcher(sentence);
                while (names.find()) {
                    boolean said = names.group(3) != null || before(sentence, names.start(1));
                    for (String name : said ? names(names.group(1)) : List.<String> of()) {
                        drafts.computeIfAbsent(name, absent -> draft(name, line.place()));
                    }
                }
            }
        }
        return new ArrayList<>(drafts.values());
    }

    private static boolean before(String sentence, int at) {
        return LIST.matcher(sentence.substring(Math.max(0, at - 60), at)).find();
    }

    private static List<String> names(String printed) {
        return ONE.matcher(printed).results().map(name -> name.group().substring(1, name.group().length() - 1).strip())
                .filter(name -> !LAW.matcher(name).matches()).toList();
    }

    private static Draft draft(String name, String place) {
        Draft draft = new Draft(place);
        draft.put(Field.APP, name);
        return draft;
    }
}
