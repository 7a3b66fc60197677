package org.offshelf.importing.reading;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.offshelf.app.AppKind;

/** Recognises the headings of columns under the names regulators give them. */
final class Headings {

    private static final int LONGEST = 18;

    /** Headings that say what they mean in full. */
    private static final Map<String, Field> EXACT = Map.ofEntries(Map.entry("序号", Field.NUMBER), Map.entry("编号", Field.NUMBER),
            Map.entry("序", Field.NUMBER), Map.entry("号", Field.NUMBER), Map.entry("no", Field.NUMBER),
            Map.entry("名称", Field.APP), Map.entry("名字", Field.APP), Map.entry("app", Field.APP), Map.entry("应用", Field.APP),
            Map.entry("软件", Field.APP), Map.entry("移动应用", Field.APP), Map.entry("应用程序", Field.APP),
            Map.entry("应用软件", Field.APP), Map.entry("移动互联网应用程序", Field.APP), Map.entry("app小程序", Field.APP),
            Map.entry("appsdk", Field.APP), Map.entry("小程序", Field.APP), Map.entry("sdk", Field.APP),
            Map.entry("app应用", Field.APP), Map.entry("问题app", Field.APP), Map.entry("产品", Field.APP),
            Map.entry("appname", Field.APP), Map.entry("name", Field.APP), Map.entry("developer", Field.DEVELOPER),
            Map.entry("store", Field.STORE), Map.entry("source", Field.STORE), Map.entry("version", Field.VERSION),
            Map.entry("problem", Field.PROBLEM), Map.entry("problems", Field.PROBLEM), Map.entry("来源", Field.STORE),
            Map.entry("省", Field.REGION), Map.entry("省市", Field.REGION));

    /** Parts that decide, the first that fits; what else the heading says must be words that headings are made of. */
    private record Deciding(Field field, Pattern part) {
    }

    private static final List<Deciding> DECIDING = List.of(new Deciding(Field.FILING, Pattern.compile("备案")),
            new Deciding(Field.NUMBER, Pattern.compile("^序号")),
            new Deciding(Field.MEASURE, Pattern.compile("处置|处理措施|处理结果|处理方式|处理意见|整改措施")),
            new Deciding(Field.DEVELOPER, Pattern.compile("开发|运营|企业|公司|单位|主体|提供者|经营者|厂商|制造商|责任人")),
            new Deciding(Field.STORE, Pattern.compile("来源|商店|市场|下载|渠道|平台|官网")),
            new Deciding(Field.VERSION, Pattern.compile("版本|version")),
            new Deciding(Field.APP, Pattern.compile("(app|应用|软件|小程序|sdk|产品|程序|插件).*(名称|名字|名)$|^名称")),
            new Deciding(Field.PROBLEM, Pattern.compile("问题|违规|违法|行为|情形|不合规|涉嫌")),
            new Deciding(Field.REGION, Pattern.compile("属地|省份|地区|地市|区域|城市|所在地|注册地|辖区|所属省|所属地")),
            new Deciding(Field.KIND, Pattern.compile("类型|类别|形态|种类")));

    private static final Pattern VOCABULARY = Pattern.compile("应用分发|应用程序|互联网|移动|应用|软件|小程序|程序|快应用|app|sdk|ios|安卓|android|icp|"
            + "名称|名字|名|开发|运营|经营|提供|责任|注册|企业|公司|单位|主体|厂商|制造商|来源|商店|市场|下载|渠道|平台|官网|分发|获取|上架|"
            + "版本|version|[号版]|所涉|涉及|涉嫌|存在|主要|具体|发现|检测|抽检|抽查|测试|受检|被测|违反|违规|违法|不合规|问题|行为|情形|情况|事项|"
            + "描述|详情|说明|内容|类型|类别|形态|种类|备案|编号|信息|通报|属地|省份|地区|地市|区域|城市|所在地|所在|所属|归属|注册地|辖区|处置|处理|措施|结果|方式|意见|整改|"
            + "[所的及或与和项点省市区县地时后前]|序号|产品|工具包|第三方|收集使用个人信息|个人信息|[者商方人]");

    private Headings() {
    }

    /** @return null for what is no heading that is known */
    static Field field(String printed) {
        String key = printed.length() > 5 * LONGEST ? "" : Texts.key(Texts.oneLine(printed));
        if (key.isEmpty() || key.length() > LONGEST) {
            return null;
        }
        Field exact = EXACT.get(key);
        if (exact != null) {
            return exact;
        }
        // A store or a company is named with the same words and a name besides
        if (VOCABULARY.matcher(key).replaceAll("").length() > 0) {
            return null;
        }
        for (Deciding deciding : DECIDING) {
            if (deciding.part.matcher(key).find() && !(deciding.field == Field.STORE && key.contains("类"))) {
                return named(key, deciding.field);
            }
        }
        return null;
    }

    /** {@code 存在问题的应用名称} names apps, and {@code 应用商店名称} does not. */
    private static Field named(String key, Field decided) {
        boolean appName = key.matches(".*(app|应用|软件|小程序|sdk|产品|程序)(的)?(名称|名字|名)");
        return appName && decided != Field.FILING ? Field.APP : decided;
    }

    /** The kind of what a column of names lists, where its heading says so. */
    static AppKind kind(String printed) {
        String key = Texts.key(printed);
        boolean app = key.contains("app") || key.contains("软件") || key.contains("应用");
        return app ? null : key.contains("sdk") ? AppKind.SDK : key.contains("小程序") ? AppKind.MINI_PROGRAM : null;
    }
}
