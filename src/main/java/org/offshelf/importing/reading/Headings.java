package org.offshelf.importing.reading;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.offshelf.app.AppKind;

/** Recognises the headings of columns under the names regulators give them. */
final class Headings {

    private static final int LONGEST = 18;
    /** One of several columns for the same. */
    private static final Pattern ORDINAL = Pattern.compile("(?<=问题|行为|情形|事项)[一二三四五六1-6]$");

    /** Headings that say what they mean in full. */
    private static final Map<String, Field> EXACT = exact(Map.of(Field.NUMBER, "序号 编号 序 号 no number index", //
            Field.APP, "名称 名字 app 应用 软件 移动应用 应用程序 应用软件 移动互联网应用程序 移动程序 app小程序 appsdk 小程序 sdk app应用 问题app "
                    + "产品 元服务 快应用 app全称 应用全称 appname apptitle name application applicationname software softwarename",
            Field.DEVELOPER, "developer appdeveloper company operator publisher vendor", //
            Field.STORE, "store appstore source appsource downloadsource platform channel 来源 宿主", //
            Field.VERSION, "version versions appversion versionnumber", //
            Field.PROBLEM, "problem problems issue issues violation violations", //
            Field.FILING, "filing filingnumber icp icpnumber icpfiling", //
            Field.REGION, "省 省市 省区市 地域 region province", //
            Field.KIND, "kind type category"));

    private static Map<String, Field> exact(Map<Field, String> words) {
        Map<String, Field> exact = new HashMap<>();
        words.forEach((field, all) -> List.of(all.split(" ")).forEach(word -> exact.put(word, field)));
        return Map.copyOf(exact);
    }

    /** Parts that decide, the first that fits; what else the heading says must be words that headings are made of. */
    private record Deciding(Field field, Pattern part) {
    }

    private static final List<Deciding> DECIDING = List.of(
            new Deciding(Field.FILING, Pattern.compile("备案(?!主体|单位|人|企业|名称)|许可证")),
            new Deciding(Field.NUMBER, Pattern.compile("^序号")),
            new Deciding(Field.MEASURE, Pattern.compile("处置|处理措施|处理结果|处理方式|处理意见|整改措施")),
            new Deciding(Field.DEVELOPER, Pattern.compile("开发|运营|企业|公司|单位|主体|主办|提供者|经营者|厂商|制造商|供应商|责任人")),
            new Deciding(Field.STORE, Pattern.compile("来源|商店|市场|下载|渠道|平台|官网|宿主|网址")),
            new Deciding(Field.VERSION, Pattern.compile("版本|version")),
            new Deciding(Field.APP, Pattern.compile("(app|应用|软件|小程序|sdk|产品|程序|插件|元服务).*(名称|名字|名|全称)$|^名称")),
            new Deciding(Field.PROBLEM, Pattern.compile("问题|违规|违法|违反|行为|情形|不合规|涉嫌|隐患|原因|通报内容|通报事项")),
            new Deciding(Field.REGION, Pattern.compile("属地|省份|地区|地市|区域|城市|所在地|注册地|辖区|所属省|所属地|(所在|所属|注册|归属)(省|市|区|县|州)|地域")),
            new Deciding(Field.KIND, Pattern.compile("类型|类别|形态|种类")));

    private static final Pattern VOCABULARY = Pattern
            .compile("(?:应用分发|应用程序|互联网|移动|智能终端|元服务|原子化服务|鸿蒙|harmonyos|车机|小游戏|应用|软件|小程序|程序|快应用|app|sdk|ios|安卓|android|icp|"
                    + "名称|名字|全称|名|主办|宿主|承载|供应|涉事|开发|运营|经营|提供|责任|注册|企业|公司|单位|主体|厂商|制造商|来源|商店|市场|下载|渠道|平台|官网|网址|地址|链接|分发|获取|上架|"
                    + "版本|version|[号版]|所涉|涉及|涉嫌|存在|主要|具体|发现|检测|抽检|抽查|测试|受检|被测|违反|违规|违法|不合规|问题|行为|情形|情况|事项|"
                    + "描述|详情|简述|摘要|表现|事实|隐患|风险|原因|样本|清单|说明|内容|许可证|中文|类型|类别|形态|种类|备案|编号|信息|通报|属地|省份|地区|地市|区域|城市|所在地|所在|所属|归属|注册地|辖区|处置|处理|措施|结果|方式|意见|整改|"
                    + "[所的及或与和项点省市区县地时后前]|序号|产品|工具包|第三方|收集使用个人信息|个人信息|[者商方人])++");

    private Headings() {
    }

    /** @return null for what is no heading that is known */
    static Field field(String printed) {
        boolean value = printed.length() > 5 * LONGEST || !printed.isEmpty() && Character.isDigit(printed.charAt(0));
        String key = value ? "" : Texts.key(Texts.oneLine(printed));
        if (key.isEmpty() || key.length() > LONGEST) {
            return null;
        }
        key = ORDINAL.matcher(key).replaceFirst("");
        Field exact = EXACT.get(key);
        if (exact != null) {
            return exact;
        }
        // A store or a company is named with the same words and a name besides
        if (!VOCABULARY.matcher(key).matches()) {
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
        if (key.matches("(app|应用|软件|小程序|sdk|产品)?(名称|名)[及和与]?.*版本号?") && decided != Field.FILING) {
            return Field.APP;
        }
        boolean appName = key.matches(".*(app|应用|软件|小程序|sdk|产品|程序)(的)?(名称|名字|名)");
        return appName && decided != Field.FILING ? Field.APP : decided;
    }

    /** A heading that is known for what it says. */
    static String usual(Field field) {
        return switch (field) {
            case NUMBER -> "序号";
            case APP -> "名称";
            case DEVELOPER -> "开发者";
            case STORE -> "来源";
            case VERSION -> "版本";
            case PROBLEM -> "问题";
            case FILING -> "备案号";
            case REGION -> "属地";
            case KIND -> "类型";
            case MEASURE -> "处置措施";
        };
    }

    /** What a heading names besides what its column mainly holds, as in {@code 应用名称及版本}. */
    static Set<Field> also(String printed, Field main) {
        Set<Field> also = EnumSet.noneOf(Field.class);
        if ((main == Field.APP || main == Field.STORE) && printed.contains("版本")) {
            also.add(Field.VERSION);
        }
        if ((main == Field.APP || main == Field.VERSION) && printed.matches("(?s).*(来源|商店|市场|平台|渠道).*")) {
            also.add(Field.STORE);
        }
        if (main == Field.APP && printed.matches("(?s).*(开发者|运营者|企业|公司).*")) {
            also.add(Field.DEVELOPER);
        }
        return also;
    }

    /** The kind of what a column of names lists, where its heading says so. */
    static AppKind kind(String printed) {
        String key = Texts.key(printed);
        boolean light = key.contains("小程序") || key.contains("元服务") || key.contains("快应用");
        boolean app = key.contains("app") || key.contains("软件") || key.replace("快应用", "").contains("应用");
        return app || light == key.contains("sdk") ? null : light ? AppKind.MINI_PROGRAM : AppKind.SDK;
    }
}
