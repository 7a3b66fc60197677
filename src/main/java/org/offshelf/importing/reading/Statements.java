package org.offshelf.importing.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.ReadNotice.Batch;
import org.offshelf.importing.reading.ReadNotice.Followed;

/** What the text around the lists states about the notice itself. */
final class Statements {

    private static final Pattern TITLE = Pattern
            .compile(".*(通报|通告|公告|公示|通知|名单|清单|发现的?问题|(发现|查处|下架|曝光|整治).*(App|APP|app|应用|小程序|SDK)).*");
    private static final Pattern TITLE_START = Pattern.compile(".*(关于|App|APP|app|应用|SDK|小程序|个人信息|用户权益).*");
    private static final Pattern BATCH = Pattern
            .compile("(?:(\\d{4}|" + Dates.CHINESE_YEAR + ")\\s*年?(?:度)?\\s*)?第?\\s*(?<![总])第\\s*(" + Numerals.PATTERN
                    + ")\\s*[批期次](?:\\s*[,，、（(]?\\s*总第\\s*("
                    + Numerals.PATTERN + ")\\s*[批期次])?");
    private static final Pattern FIRST_BATCH = Pattern.compile("(?:(\\d{4})\\s*年\\s*)首[批期次]");
    private static final Pattern OVERALL = Pattern.compile("总第\\s*(" + Numerals.PATTERN + ")\\s*[批期次]");
    private static final Pattern ONLY_BATCH = Pattern.compile("[（(].{0,30}[批期次]\\s*[)）]");
    private static final Pattern LABELLED_DATE = Pattern
            .compile("(?:.*\\s)?(发布时间|发布日期|发文日期|成文日期|印发日期|公开日期|公布时间|时间|日期)\\s*[:：]\\s*(.*)");
    private static final Pattern LABELLED_TITLE = Pattern.compile("(?:标题|题目|名\\s*称)\\s*[:：]\\s*(.*)");
    private static final Pattern LABEL = Pattern.compile("(来源|链接|索引号|字体|浏览|编辑|责任编辑|分享|打印|作者|当前位置|您的位置|首页)\\s*[:：>].*");
    private static final Pattern PUT_RIGHT = Pattern.compile("整改|落实|完成|改正|反馈|报送|提交|复核");
    private static final Pattern COUNT = Pattern.compile("(?<![\\d.第])(" + Numerals.PATTERN + ")\\s*(?:余)?\\s*[款个家]");
    private static final Pattern FURTHER = Pattern.compile(
            "(?i)[^，,。；;和与及、\\d]{0,12}(?:和|与|及|以及|、)\\s*(" + Numerals.PATTERN
                    + ")\\s*[款个](?=[^，,。；;]{0,6}?(?:app|sdk|小程序|应用|软件|元服务))");
    private static final Pattern EARLIER_TITLE = Pattern.compile("《([^《》]*(?:通报|通知|公告|通告)[^《》]*)》");
    private static final Pattern REFERS_BACK = Pattern.compile("(通报|公布|曝光|公开|通知)了?|仍|尚|未完成|逾期|前期|此前");
    private static final int LONGEST_TITLE = 90;
    private static final int LONGEST_PARAGRAPH = 3000;
    private static final int MOST_LINES = 2000;

    private final List<Line> lines;
    private final Document document;
    private final Hints hints;
    private final List<String> sentences = new ArrayList<>();

    final String title;
    final Batch batch;
    final LocalDate published;
    final LocalDate deadline;
    final Integer declared;
    final Followed follows;
    final List<Warning> warnings = new ArrayList<>();

    Statements(Document document, List<Line> lines, Hints hints, Budget budget) {
        this.document = document;
        // The text of a notice is short, whatever its lists are
        this.lines = lines.stream().filter(line -> line.text().length() <= LONGEST_PARAGRAPH).limit(MOST_LINES).toList();
        this.hints = hints;
        for (Line line : this.lines) {
            budget.time();
            sentences.addAll(List.of(line.text().split("(?<=[。；;])")));
        }
        this.title = title();
        this.batch = batch();
        this.published = published();
        this.deadline = hints.deadline() == null ? deadline() : hints.deadline();
        this.declared = declared();
        this.follows = follows();
    }

    List<String> sentences() {
        return sentences;
    }

    private String title() {
        if (hints.title() != null) {
            return hints.title();
        }
        String labelled = null;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            Matcher label = LABELLED_TITLE.matcher(text);
            if (label.matches() && labelled == null) {
                labelled = label.group(1).strip();
            }
            if (isTitle(text)) {
                String next = i + 1 < lines.size() ? lines.get(i + 1).text().strip() : "";
                return ONLY_BATCH.matcher(next).matches() ? text + next : text;
            }
        }
        return labelled != null ? labelled : document.title();
    }

    private static boolean isTitle(String text) {
        return text.length() <= LONGEST_TITLE && TITLE.matcher(text).matches() && TITLE_START.matcher(text).matches()
                && !text.matches(".*[。；;，,：:]$") && !text.startsWith("附件") && !LABEL.matcher(text).matches()
                && !LABELLED_TITLE.matcher(text).matches() && !text.matches("\\d+\\s*[、.．].*");
    }

    boolean isTitleLine(String text) {
        return title != null && !text.isBlank() && (title.startsWith(text.strip()) || title.equals(text.strip()));
    }

    private Batch batch() {
        Batch ofTitle = title == null ? null : batch(title);
        if (ofTitle != null) {
            return ofTitle;
        }
        for (Line line : lines) {
            String text = line.text().strip();
            boolean heading = text.length() <= LONGEST_TITLE && !text.endsWith("。") && !text.contains("《");
            Batch batch = heading && (ONLY_BATCH.matcher(text).matches() || isTitle(text) || text.startsWith("附件")
                    || text.matches(".*(名单|列表)[（(].*")) ? batch(text) : null;
            if (batch != null) {
                return batch;
            }
        }
        return null;
    }

    private static Batch batch(String text) {
        Matcher batch = BATCH.matcher(text);
        if (batch.find()) {
            return new Batch(Dates.year(batch.group(1)), Numerals.parse(batch.group(2)), Numerals.parse(batch.group(3)));
        }
        Matcher first = FIRST_BATCH.matcher(text);
        if (first.find()) {
            return new Batch(Numerals.parse(first.group(1)), 1, null);
        }
        Matcher overall = OVERALL.matcher(text);
        return overall.find() ? new Batch(null, null, Numerals.parse(overall.group(1))) : null;
    }

    /** What the page says goes before the signature, and that before what the file says about itself. */
    private LocalDate published() {
        if (hints.published() != null) {
            return hints.published();
        }
        LocalDate signed = null;
        LocalDate stamp = null;
        for (Line line : lines) {
            Matcher labelled = LABELLED_DATE.matcher(line.text());
            LocalDate date = labelled.matches() ? Dates.first(labelled.group(2)) : null;
            if (date != null) {
                return date;
            }
            if (signed == null) {
                signed = Dates.isOnly(line.text()) ? Dates.first(line.text()) : Dates.signature(line.text());
            }
            stamp = stamp == null ? Dates.stamp(line.text()) : stamp;
        }
        if (signed != null || stamp != null) {
            return signed == null ? stamp : signed;
        }
        return document.date() == null ? null : Dates.first(document.date());
    }

    private LocalDate deadline() {
        for (String sentence : sentences) {
            if (Dates.hasDeadline(sentence) && PUT_RIGHT.matcher(sentence).find()) {
                LocalDate day = Dates.deadline(sentence, published);
                if (day == null && published == null && batch != null && batch.year() != null) {
                    day = Dates.deadline(sentence, LocalDate.of(batch.year(), 1, 1));
                    warnings.add(new Warning(Warning.Kind.INFERRED, "document",
                            "The year of the deadline is that of the batch, as no day of publication is stated."));
                }
                if (day == null) {
                    warnings.add(new Warning(Warning.Kind.NOT_UNDERSTOOD, "document",
                            "The year of the deadline is not known: " + Texts.shortened(sentence)));
                }
                return day;
            }
            LocalDate later = Dates.daysLater(sentence, published);
            if (later != null && PUT_RIGHT.matcher(sentence).find()) {
                warnings.add(new Warning(Warning.Kind.INFERRED, "document",
                        "The deadline was counted from the day of publication: " + Texts.shortened(sentence)));
                return later;
            }
            if (sentence.matches(".*\\d+\\s*个?(工作)?[日天]之?内.*") && PUT_RIGHT.matcher(sentence).find()) {
                warnings.add(new Warning(Warning.Kind.NOT_UNDERSTOOD, "document",
                        "The deadline is a number of days: " + Texts.shortened(sentence)));
            }
        }
        return null;
    }

    /** Of the numbers of apps in the text, the one that speaks of those named, not of those examined or put right. */
    private Integer declared() {
        Integer best = null;
        int most = 0;
        List<String> places = new ArrayList<>(sentences);
        if (title != null) {
            places.add(title);
        }
        for (String sentence : places) {
            Matcher count = COUNT.matcher(sentence);
            while (count.find()) {
                String before = sentence.substring(clauseStart(sentence, count.start()), count.start());
                String behind = sentence.substring(count.end(), Math.min(sentence.length(), count.end() + 70));
                int speaks = speaksOfNamed(before, behind, sentence.equals(title));
                Integer number = Numerals.parse(count.group(1));
                if (speaks > most && number != null && number > 0) {
                    most = speaks;
                    best = number + further(behind);
                }
            }
        }
        return best;
    }

    /** What {@code 15款App和16款SDK} adds to the first number. */
    private static int further(String behind) {
        int sum = 0;
        Matcher next = FURTHER.matcher(behind);
        while (next.lookingAt()) {
            sum += Numerals.parse(next.group(1));
            next.region(next.end(), behind.length());
        }
        return sum;
    }

    private static int clauseStart(String sentence, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if ("，,。；;：:".indexOf(sentence.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int speaksOfNamed(String before, String behind, boolean ofTitle) {
        if (!behind.matches("^.{0,24}?(?i)(app|应用|软件|小程序|sdk|程序|产品|存在|侵害|违).*") || before.matches(".*(涉及|附件\\s*)$")) {
            return 0;
        }
        int speaks = 1;
        String clause = behind.split("[，,。；;]", 2)[0];
        speaks += behind.matches(".{0,60}(未完成|未按|尚未|未整改|逾期|仍存在|拒不).*") || before.matches(".*(尚有|仍有|尚存|以下|下列|如下).*") ? 3 : 0;
        speaks += clause.matches(".*(存在|违法违规|侵害|不合规|超范围|下架).*") || behind.matches(".*((予以|进行)(公开)?通报|现通报|予以下架|通报如下).*") ? 2 : 0;
        speaks -= !ofTitle && before.matches(".*(检测|检查|抽测|抽检|测试|累计|督促|通知|巡查|核查|责令|责令整改)[^发]{0,6}") ? 4 : 0;
        speaks -= clause.matches(".*(已完成|完成整改|进行了?(技术)?(检测|检查|测试)|开展(检测|检查)).*") && !clause.matches(".*(未|逾期|要求|[应须]).*") ? 4
                : 0;
        speaks -= before.matches(".*(通报了?|公布了?|曝光了?)\\s*$") && !behind.matches(".*未.*") && !ofTitle ? 2 : 0;
        return speaks;
    }

    private Followed follows() {
        for (String sentence : sentences) {
            if (!REFERS_BACK.matcher(sentence).find() || isTitle(sentence.strip())) {
                continue;
            }
            Matcher earlier = EARLIER_TITLE.matcher(sentence);
            while (earlier.find()) {
                String of = earlier.group(1);
                boolean notice = of.matches(".*(通报|公告|通告).*") && of.matches("(?i).*(app|应用|用户权益|个人信息).*")
                        && !of.matches(".*(行动|办法|规定|方案|条例).*");
                if (notice && !of.equals(title)) {
                    String behind = sentence.substring(earlier.end(), Math.min(sentence.length(), earlier.end() + 30));
                    Batch batch = batch(of) == null ? batch(behind) : batch(of);
                    return new Followed(of, batch, past(sentence));
                }
            }
            Batch batch = batch(sentence);
            boolean another = batch != null && !batch.equals(this.batch) && sentence.matches(".*(通报|公布|公开).*");
            if (another && !sentence.strip().startsWith("附件") && sentence.strip().length() > 15) {
                return new Followed(null, batch, past(sentence));
            }
            LocalDate day = past(sentence);
            boolean reported = sentence.matches(".*[日].{0,30}(通报|公布|公开通报|曝光)了?.*(款|APP|App|应用).*");
            if (day != null && published != null && day.isBefore(published) && reported) {
                return new Followed(null, null, day);
            }
        }
        return null;
    }

    /** A day with the year, or the last such day before publication. */
    private LocalDate past(String sentence) {
        LocalDate full = Dates.first(sentence);
        if (full != null) {
            return full;
        }
        Matcher day = Pattern.compile("(\\d{1,2})月(\\d{1,2})日").matcher(sentence);
        if (!day.find() || published == null || sentence.substring(0, day.start()).matches(".*截[至止]\\s*")
                || sentence.startsWith("前", day.end())) {
            return null;
        }
        LocalDate date = Dates.first(published.getYear() + "年" + day.group());
        return date == null || date.isBefore(published) ? date : date.minusYears(1);
    }
}
