package org.offshelf.bench;

import java.util.List;

import org.offshelf.bench.Chance.Of;

/**
 * Names of companies and apps that nobody has: a brand of two invented words, then what it does. Each number makes another
 * company; some share the brand of their apps, which then have namesakes.
 */
final class Names {

    private static final String HEADS = "云星风海光天明远青蓝金银飞智慧乐优美佳新禾木林泉溪石竹梅松鹤鹿鲸燕";
    private static final String TAILS = "帆辰行途影屿澜舟翼芒禾苗果糖豆谷屋舍坊阁桥渡岸港湾池亭塔庭院门窗灯笺";
    private static final int WORDS = HEADS.length() * TAILS.length();
    private static final List<String> PLACES = List.of("北京", "北京", "北京", "深圳", "深圳", "上海", "上海", "广州", "广州", "杭州", "杭州",
            "成都", "武汉", "厦门", "南京", "长沙", "重庆", "西安", "济南", "合肥", "福州", "苏州", "郑州", "沈阳", "天津", "长春", "海南", "贵州");
    private static final List<String> BUSINESSES = List.of("网络科技", "信息技术", "科技", "网络技术", "信息科技", "软件", "数字科技", "文化传媒", "智能科技",
            "教育科技", "互联网信息服务", "电子商务");
    private static final List<String> PRODUCTS = List.of("", "极速版", "视频", "浏览器", "天气", "音乐", "阅读", "健身", "地图", "输入法", "相机",
            "壁纸",
            "日历", "记账", "翻译", "外卖", "招聘", "直播", "新闻", "小说", "漫画", "英语", "作业", "医生", "租房", "二手车", "贷款", "钱包", "清理大师", "手机管家",
            "WiFi", "Pro", "商城", "团购", "公交", "停车", "打车", "酒店", "机票", "社区");
    private static final List<String> PROVINCES = List.of("京", "沪", "粤", "浙", "苏", "川", "鲁", "渝");
    /** Prime, and so no divisor of the number of companies that can be named. */
    private static final long STRIDE = 982_451_653L;
    /** One in so many companies names its apps by the first word of its brand alone. */
    private static final int SHORT_BRANDS = 20;

    private final Chance chance;
    private final long offset;

    /** @param chance of another seed, another part of all names */
    Names(Chance chance) {
        this.chance = chance;
        this.offset = chance.below(Integer.MAX_VALUE, Of.BRAND, -1);
    }

    /** How many apps of one company can be named. */
    static int mostAppsOfOne() {
        return PRODUCTS.size();
    }

    String operator(int operator) {
        return chance.among(PLACES, Of.PLACE, operator) + brand(operator)
                + BUSINESSES.get((int) (scattered(operator) % BUSINESSES.size())) + "有限公司";
    }

    /** @param ordinal which of the company's apps it is, from 0 */
    String app(int operator, int ordinal) {
        boolean isShort = chance.below(SHORT_BRANDS, Of.BRAND, operator) == 0;
        // Squared: some kinds of app are far more frequent than others
        double first = chance.of(Of.PRODUCT, operator);
        int product = ((int) (first * first * PRODUCTS.size()) + ordinal) % PRODUCTS.size();
        return (isShort ? brand(operator).substring(0, 2) : brand(operator)) + PRODUCTS.get(product);
    }

    /** Of an app whose company is not known: nobody else has an app of this name. */
    String appOfNobody(int app) {
        return brand(app) + BUSINESSES.get((int) (scattered(app) % BUSINESSES.size())) + "通";
    }

    String filingNumber(int app) {
        return chance.among(PROVINCES, Of.FILING, app) + "ICP备20" + String.format("%08d", app) + "号-" + (1 + app % 8) + "A";
    }

    private String brand(int number) {
        long words = scattered(number) / BUSINESSES.size();
        return word((int) (words % WORDS)) + word((int) (words / WORDS));
    }

    private static String word(int number) {
        return "" + HEADS.charAt(number / TAILS.length()) + TAILS.charAt(number % TAILS.length());
    }

    /** Another number for each, all over the range of brands and businesses. */
    private long scattered(int number) {
        return (offset + number * STRIDE) % ((long) WORDS * WORDS * BUSINESSES.size());
    }
}
