package org.offshelf.ledger;

import java.time.LocalDate;
import java.util.List;

import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.AppStatus;
import org.offshelf.app.Identifier;
import org.offshelf.app.Operator;
import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingStatus;
import org.offshelf.finding.Measure;
import org.offshelf.finding.ReadingMethod;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.PublishedBasis;
import org.offshelf.source.Source;
import org.offshelf.source.SourceKind;

/**
 * A made-up notice of any size: of ten findings six name an app for the first time and three a company, and their problems are
 * the same over and over, as regulators print them.
 */
final class LargeNotice {

    private static final List<String> PROBLEMS = List.of("违规收集个人信息", "超范围收集个人信息", "违规使用个人信息", "强制用户使用定向推送功能",
            "APP强制、频繁、过度索取权限", "APP频繁自启动和关联启动", "欺骗误导用户下载APP", "应用分发平台上的APP信息明示不到位");
    private static final List<String> CATEGORIES = List.of("over-scope-collection", "misleading-downloads",
            "excessive-data-collection", "frequent-permission-requests", "disclosure", "user-rights");
    private static final List<String> STORES = List.of("huawei", "xiaomi", "oppo", "vivo", "wandoujia");
    private static final String CITIES = "北京上海深圳广州杭州成都武汉南京厦门长沙";
    private static final String CHARACTERS = "一天地人云海山水火木金石光明星月日风雷电花草鱼鸟马牛小大中新快乐好美爱家车书学习工作音视听看读写画游戏玩购"
            + "物买卖店铺出行导航地图天气日历时钟健康医药运动跑步骑走飞速达通联网络云端智能数字慧科技创意设计艺术文化传媒教育培训课堂考试题库记账理财金融银行保险证券基金股票";

    private final String prefix;
    private final String source;

    LargeNotice(String prefix) {
        this.prefix = prefix;
        this.source = "src-" + prefix;
    }

    static int operators(int findings) {
        return findings * 3 / 10;
    }

    static int apps(int findings) {
        return findings * 6 / 10;
    }

    Source source() {
        Source made = new Source();
        made.id = source;
        made.kind = SourceKind.PRESS;
        made.title = "通报 " + prefix;
        return made;
    }

    Notice notice() {
        Notice notice = new Notice();
        notice.id = prefix;
        notice.regulator.add("miit");
        notice.kind = NoticeKind.VIOLATION_NOTICE;
        notice.title = "关于侵害用户权益行为的APP通报 " + prefix;
        notice.published = LocalDate.of(2003, 1, 15);
        notice.deadline = LocalDate.of(2003, 1, 22);
        notice.publishedBasis = PublishedBasis.PRESS;
        notice.cite(source, "");
        return notice;
    }

    Operator operator(int number) {
        Operator operator = new Operator();
        operator.id = "op-" + prefix + "-" + number;
        operator.name = company(number);
        operator.identity = operator.id;
        operator.cite(source, "row " + (number + 1));
        return operator;
    }

    App app(int number, int operators) {
        App app = new App();
        app.id = "app-" + prefix + "-" + number;
        app.name = name(number);
        app.kind = AppKind.APP;
        app.identity = app.id;
        app.operator = "op-" + prefix + "-" + number % operators;
        app.identifier.add(new Identifier("icp", filingNumber(number)));
        app.cite(source, "row " + (number + 1));
        app.consider(AppStatus.NAMED, LocalDate.of(2003, 1, 15), LocalDate.of(2003, 1, 22), prefix + "-" + (number + 1));
        return app;
    }

    Finding finding(int number, int apps, int operators) {
        int app = number % apps;
        Finding finding = new Finding();
        finding.id = prefix + "-" + (number + 1);
        finding.notice = prefix;
        finding.sequence = number + 1;
        finding.published = LocalDate.of(2003, 1, 15);
        finding.deadline = LocalDate.of(2003, 1, 22);
        finding.printedRow = number + 1;
        finding.appName = name(app);
        finding.developer = company(app % operators);
        finding.version = number % 9 + "." + number % 7 + "." + number % 13;
        finding.storeName = STORES.get(number % STORES.size());
        finding.store = finding.storeName;
        finding.problem = PROBLEMS.get(number % PROBLEMS.size()) + "、" + PROBLEMS.get(number % 5);
        finding.filingNumber = filingNumber(app);
        finding.measure = Measure.RECTIFY;
        finding.reading = ReadingMethod.PARSED;
        finding.app = "app-" + prefix + "-" + app;
        finding.operator = "op-" + prefix + "-" + app % operators;
        finding.category.add(CATEGORIES.get(number % CATEGORIES.size()));
        finding.category.add(CATEGORIES.get(number % 4));
        finding.categoryBasis = CategoryBasis.PROBLEM;
        finding.status = FindingStatus.NAMED;
        finding.cite(source, "row " + (number + 1));
        return finding;
    }

    private static String filingNumber(int app) {
        return "粤ICP备" + (2_020_000_000 + app * 7919 % 99_999_999) + "号-" + (app % 9 + 1) + "A";
    }

    private static String company(int number) {
        int city = number % (CITIES.length() / 2) * 2;
        return CITIES.substring(city, city + 2) + characters(number, 4) + "网络科技有限公司";
    }

    private static String name(int number) {
        return characters(number * 31 + 7, 3 + number % 4) + (number % 5 == 0 ? "极速版" : "");
    }

    /** Different ones for different numbers, in no order. */
    private static String characters(int number, int count) {
        long mixed = number * 2_654_435_761L % 1_000_000_007L;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(CHARACTERS.charAt((int) (mixed % CHARACTERS.length())));
            mixed = mixed / CHARACTERS.length() + (i == 2 ? number : 0);
        }
        return text.toString();
    }
}
