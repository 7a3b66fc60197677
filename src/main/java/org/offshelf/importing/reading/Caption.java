package org.offshelf.importing.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.finding.Measure;
import org.offshelf.importing.reading.Block.Line;

/**
 * What stands above a list.
 *
 * @param number of the annex as printed
 * @param title of the list
 */
record Caption(String number, String title, Integer declared) {

    static final Caption NONE = new Caption(null, null, null);

    private static final Pattern ANNEX = Pattern
            .compile("^\\s*附\\s*[件表录]\\s*(\\d{1,2}|[一二三四五六七八九十]{1,2})?\\s*[:：、.．]?\\s*(.*)$");
    private static final Pattern FILE = Pattern.compile("(?i)\\.(docx?|xlsx?|pdf|et|wps|zip|rar|jpg|png)\\s*$");
    private static final Pattern LIST = Pattern.compile("(?i).*(名单|列表|清单|一览|汇总|情况表|信息表|APP|应用|SDK|小程序|下架|通报).*");
    /** A list may be all there is, and its title that of the document. */
    private static final Pattern NAMED = Pattern.compile(".*(名单|列表|清单|一览表?|情况表)([（(].*[)）])?");
    private static final Pattern UNNAMED = Pattern.compile("(?i)sheet\\s*\\d*|工作表\\s*\\d*|全文#?|正文|附件#?");
    private static final Pattern COUNT = Pattern.compile("[（(]?\\s*共?计?\\s*(\\d{1,4})\\s*[款个]\\s*[)）]?");
    private static final Pattern OWNER = Pattern.compile("工业和信息化部|国家(互联网信息办公室|网信办)|国家计算机病毒应急处理中心|公安部\\p{IsHan}{0,24}中心|"
            + "(?!由)\\p{IsHan}{2,8}?(省|市|自治区)?(通信管理局|互联网信息办公室|网信办)|(北京|天津|上海|重庆)市|(?!由)\\p{IsHan}{2,3}省|(内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区");
    private static final int LOOK_BACK = 6;
    private static final int LONGEST = 70;

    /** The annexes that the text announces, by number; those without one by the empty string. */
    static Map<String, String> announced(List<Line> lines) {
        Map<String, String> announced = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.text().length() > LONGEST) {
                continue;
            }
            Matcher annex = ANNEX.matcher(line.text());
            if (annex.matches() && !annex.group(2).isBlank() && line.text().length() <= LONGEST) {
                announced.putIfAbsent(annex.group(1) == null ? "" : annex.group(1), clean(annex.group(2)));
            }
        }
        return announced;
    }

    /** @param lines between the list before and this one */
    static Caption above(List<Line> lines, Statements statements, Map<String, String> announced) {
        String title = null;
        String topmost = null;
        String number = null;
        boolean annexed = false;
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - LOOK_BACK) && !annexed; i--) {
            String text = lines.get(i).text().strip();
            Matcher annex = ANNEX.matcher(text.length() > LONGEST ? "" : text);
            if (annex.matches() && text.length() <= LONGEST) {
                annexed = true;
                number = annex.group(1);
                // Right below the annex's number stands its title, and that of the table only after it
                title = !annex.group(2).isBlank() ? clean(annex.group(2)) : topmost;
            } else if (text.length() > LONGEST || text.matches(".*[。；]$")) {
                break;
            } else if (isTitle(text) && (!statements.isTitleLine(text) || NAMED.matcher(text).matches())) {
                topmost = clean(text);
                title = title == null ? topmost : title;
            }
        }
        if (number != null && title == null) {
            title = announced.get(number);
        } else if (title == null && announced.size() == 1) {
            title = announced.values().iterator().next();
            String only = announced.keySet().iterator().next();
            number = only.isEmpty() ? null : only;
        }
        return new Caption(number, title, count(title));
    }

    static boolean isTitle(String text) {
        return (LIST.matcher(text).matches() || Content.isRegion(text) || OWNER.matcher(text).matches())
                && !UNNAMED.matcher(text).matches() && !Dates.isOnly(text)
                && !text.matches("(来源|链接|时间|标题|批次).*[:：].*|.*(下列|以下|如下).*[:：]");
    }

    private static String clean(String title) {
        return FILE.matcher(title.strip().replaceAll("[#:：]+$", "")).replaceAll("").strip();
    }

    private static Integer count(String title) {
        Matcher count = COUNT.matcher(title == null ? "" : title);
        return count.find() ? Integer.valueOf(count.group(1)) : null;
    }

    String annex() {
        if (number == null) {
            return title;
        }
        return title == null ? "附件" + number : "附件" + number + " " + title;
    }

    String owner() {
        Matcher owner = OWNER.matcher(title == null ? "" : title);
        return owner.find() ? owner.group() : null;
    }

    /** Examples of earlier cases are no list of this notice. */
    boolean isExamples() {
        return title != null && title.contains("案例");
    }

    /** @return null where the caption leaves it to the notice */
    Measure measure() {
        return measure(title);
    }

    static Measure measure(String title) {
        if (title == null) {
            return null;
        }
        if (title.contains("下架")) {
            return Measure.REMOVE;
        }
        boolean late = title.matches(".*(未|逾期).{0,6}(整改|完成).*");
        return !late && title.matches(".*(通报|限期整改|责令整改|需整改|应整改).*") ? Measure.RECTIFY : null;
    }
}
