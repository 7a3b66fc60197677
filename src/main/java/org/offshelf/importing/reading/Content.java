package org.offshelf.importing.reading;

import java.util.regex.Pattern;

/** How much a value looks like what a column holds, whatever its heading. */
final class Content {

    private static final int SURE = 3;
    private static final int LONGEST_DASH = 4;
    /** A longer text is none of a list's values, but perhaps a problem told at length. */
    private static final int LONGEST = 1000;

    private static final Pattern DASH = Pattern.compile("[-—–－/\\\\~～·.…无]{0,4}|同上");
    private static final Pattern VERSION = Pattern.compile(
            "(?i)(?:版本|version|ver\\.?|v\\.?)?\\s*\\d[\\w.+()（）_/、\\-\\s]{0,60}|(?i)v[\\w.\\-]{1,40}|[a-z]{1,10}\\d+(?:\\.\\d+)+[\\w.\\-]*");
    private static final Pattern STORE = Pattern.compile("(?i).{0,20}(应用商店|应用市场|应用中心|应用汇|应用宝|应用平台|软件商店|软件园|手机助手|游戏中心|"
            + "下载中心|下载站|豌豆荚|小程序|快应用中心|商城|市场|官网|官方网站|网站|软件站|软件库|下载吧|手游网|手游站|预装应用|预装app|搜狗下载|安卓网|安卓吧|腾牛网|助手)(?:[（(].{1,10}[)）])?"
            + "|(?i)app\\s?store|google\\s?play|(vivo|oppo|华为|小米|百度|荣耀|魅族|联想|三星|360|苹果|腾讯|阿里)(应用)?|应用市场|全网|(https?://)?([\\w-]+\\.)+(com|cn|net|org)(/\\S*)?");
    /** Of mini-programs; they are also apps themselves. */
    private static final Pattern HOST = Pattern.compile("(微信|支付宝|抖音|快手|百度|QQ|美团|高德)(平台)?");
    private static final Pattern DEVELOPER = Pattern.compile("(?i).*(公司|集团|工作室|中心|合作社|经营部|事务所|协会|学会|商行|银行|医院|大学|学院|学校|研究院|研究所|"
            + "委员会|管理局|报社|电视台|厂|个体工商户|个人开发者|ltd\\.?|inc\\.?|limited|llc|gmbh|corp\\.?|co\\.)([（(].{1,20}[)）])?");
    private static final Pattern PROBLEM = Pattern.compile("收集|使用个人信息|权限|索取|误导|欺骗|强制|强迫|频繁|弹窗|注销|自启动|关联启动|骚扰|推送|告知|明示|违规|违法|"
            + "未经|未按|未提供|未公开|隐私|超范围|私自|定向|不到位|投诉|不给|征得|同意|广告|未采取|未建立|未制定|未做|未声明|未说明|未逐一|未在承诺|未及时|提前要求|更正|匿名化|受理|响应|自动化决策|超出|索权|账号|下架|共享|捆绑|摇一摇|跳转|关闭");
    private static final Pattern FILING = Pattern.compile("(?i).{0,4}icp备.*|.*备\\d{6,}.*");
    private static final Pattern REGION = Pattern.compile("(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|"
            + "云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?|[\\p{IsHan}]{2,7}(省|市|区|县|州)");
    private static final Pattern KIND = Pattern.compile("(?i)(微信|支付宝|百度|抖音)?小程序|app|sdk|应用|软件|移动应用|快应用|(鸿蒙)?元服务|小游戏");
    private static final Pattern MEASURE = Pattern.compile(".{0,8}(下架|整改|通报|约谈|处罚|改正).{0,8}");

    private Content() {
    }

    /** Stands for nothing, or for the same as above. */
    static boolean isDash(String text) {
        String own = text.strip();
        return own.length() <= LONGEST_DASH && DASH.matcher(own).matches();
    }

    static boolean isProblem(String text) {
        return score(Field.PROBLEM, text) >= SURE;
    }

    static boolean isStore(String text) {
        return STORE.matcher(text.strip()).matches();
    }

    static boolean isHost(String text) {
        return HOST.matcher(text.strip()).matches();
    }

    static boolean isVersion(String text) {
        return VERSION.matcher(text.strip()).matches();
    }

    static boolean isRegion(String text) {
        return REGION.matcher(text.strip()).matches();
    }

    static boolean isSure(Field field, String text) {
        return !isDash(text) && score(field, text) >= SURE;
    }

    /** Of any column; a value that says nothing fits everywhere. */
    static int score(Field field, String printed) {
        if (printed.length() > LONGEST) {
            return field == Field.PROBLEM ? 1 : field == null ? 0 : -SURE;
        }
        String text = Texts.oneLine(printed);
        if (field == null || isDash(text)) {
            return 0;
        }
        boolean number = Numerals.printed(text) != null;
        boolean problem = problem(text);
        return switch (field) {
            case NUMBER -> number ? 4 : -8;
            case VERSION -> VERSION.matcher(text).matches() ? SURE : hasHan(text) ? -4 : -1;
            case STORE -> isStore(text) ? SURE
                    : number || text.length() > 24 || problem ? -3
                            : DEVELOPER.matcher(text).matches() || VERSION.matcher(text).matches() ? -3 : 0;
            case DEVELOPER -> DEVELOPER.matcher(text).matches() ? SURE + 1
                    : number || problem || isStore(text) || VERSION.matcher(text).matches() ? -3 : -1;
            case PROBLEM -> problem ? SURE + 1 : number || isStore(text) || VERSION.matcher(text).matches() ? -3 : -1;
            case FILING -> FILING.matcher(text).matches() ? SURE + 3 : -5;
            case REGION -> isRegion(text) ? SURE : text.length() > 12 || number ? -4 : -2;
            case KIND -> KIND.matcher(text).matches() ? SURE : -3;
            case MEASURE -> MEASURE.matcher(text).matches() && text.length() <= 12 ? SURE : -3;
            case APP -> FILING.matcher(text).matches() ? -4
                    : DEVELOPER.matcher(text).matches() || problem || number ? -2
                            : VERSION.matcher(text).matches() || isStore(text) ? -1 : text.length() > 40 ? -1 : 2;
        };
    }

    /** A phrase, not a name with one of its words in it. */
    private static boolean problem(String text) {
        return text.length() >= 4 && PROBLEM.matcher(text).find() && !DEVELOPER.matcher(text).matches();
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Texts::isHan);
    }
}
