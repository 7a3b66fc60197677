package org.offshelf.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Company names without the parts that people leave out: legal form, place, and line of business. */
public final class CompanyNames {

    private static final Pattern LEGAL_FORM = Pattern.compile("(?:(?:集团)?(?:股份|有限责任|有限)*(?:责任)?公司(?:.{2,6}分公司)?|集团"
            + "|(?: co| ltd| inc| incorporated| limited| corp| corporation| company| llc| plc| group| holdings?)+)$");
    private static final Pattern BUSINESS = Pattern.compile("(?:" + oneOf(
            "互联网|互动|网络|信息|数字|数据|智能|软件|电子|计算机|通信|通讯|文化|传媒|传播|电子商务|系统|服务|咨询|科技|技术|发展|开发") + ")+$");
    private static final Pattern PLACE = Pattern
            .compile("^(?:中国)?(?:" + oneOf("北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|成都|武汉|西安|长沙|厦门|福州|合肥|郑州|济南|青岛|大连"
                    + "|沈阳|哈尔滨|长春|石家庄|太原|南昌|南宁|昆明|贵阳|海口|三亚|兰州|西宁|银川|乌鲁木齐|拉萨|呼和浩特|宁波|温州|无锡|常州|东莞|佛山|珠海|中山|惠州|泉州"
                    + "|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆"
                    + "|香港|澳门") + "(?:市|省|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?)+");
    private static final Pattern PLACE_WITHIN = Pattern.compile(PLACE.pattern().substring(1));
    /** What is left must still tell one company from another. */
    private static final int SHORTEST = 2;

    private CompanyNames() {
    }

    /** Looks at the first character before it tries one after the other: names are taken apart by the hundred thousand. */
    private static String oneOf(String words) {
        return "(?=[" + Arrays.stream(words.split("\\|")).map(word -> word.substring(0, 1)).distinct()
                .collect(Collectors.joining()) + "])(?:" + words + ")";
    }

    /** The name, then without its legal form, then without its place, then without what most companies call themselves. */
    static List<Folded> spellings(Folded name) {
        Set<String> spellings = new LinkedHashSet<>(List.of(name.text()));
        String bare = without(LEGAL_FORM, name.text());
        spellings.add(bare);
        String placeless = without(PLACE, bare);
        spellings.add(placeless);
        // 腾讯科技(深圳)有限公司: the place in brackets behind the name.
        Matcher within = PLACE_WITHIN.matcher(placeless);
        if (within.find() && within.end() == placeless.length() && within.start() >= SHORTEST) {
            placeless = placeless.substring(0, within.start());
            spellings.add(placeless);
        }
        spellings.add(without(BUSINESS, placeless));
        return new ArrayList<>(spellings).stream().map(Folded::new).toList();
    }

    /** The shortest spelling: what two names of one company have in common. */
    public static Folded core(Folded name) {
        List<Folded> spellings = spellings(name);
        return spellings.get(spellings.size() - 1);
    }

    /** What is asked for when a company is asked for by its registered name; any other text stays as it is. */
    static Folded asked(Folded text) {
        return text.text().endsWith("公司") ? new Folded(without(LEGAL_FORM, text.text())) : text;
    }

    private static String without(Pattern part, String name) {
        String rest = part.matcher(name).replaceFirst("");
        return rest.strip().length() < SHORTEST ? name : rest;
    }
}
