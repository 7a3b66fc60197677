package org.offshelf.importing;

import java.util.regex.Pattern;

/** A problem's wording without what does not change its meaning: numbering, quotes, particles, and what an app is called. */
final class LooseWording {

    private static final Pattern NUMBERING = Pattern
            .compile("^(?:\\(?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:\\)|、|\\.(?!\\d)|:|,)|第[一二三四五六七八九十]{1,3}[项条][,:、]?|[-•·*●○■])+");
    private static final Pattern CIRCLED = Pattern.compile("[①-⑳]");
    private static final Pattern MARKS = Pattern.compile("[\"'“”‘’「」『』《》〈〉<>【】\\[\\]()。.,、;:!·]+");
    private static final Pattern APP = Pattern.compile("移动(?:互联网|智能终端)?应用(?:程序|软件)|应用(?:程序|软件)|app程序|app软件|手机应用");
    private static final Pattern PARTICLES = Pattern.compile("的|(?<!为)了(?!解)");
    private static final Pattern HEAD = Pattern.compile("^(?:存在|涉嫌|该)*(?:app)?(?:存在|涉嫌)*");
    private static final Pattern TAIL = Pattern.compile("(?:等|等等|相关)?(?:问题|行为|情况|情形|现象)?(?:等|等等)?$");

    private LooseWording() {
    }

    static String loose(String phrase) {
        String text = NUMBERING.matcher(Names.normalise(CIRCLED.matcher(phrase).replaceAll(""))).replaceFirst("");
        text = MARKS.matcher(text).replaceAll("");
        text = APP.matcher(text).replaceAll("app");
        text = PARTICLES.matcher(text).replaceAll("");
        text = text.replace("用户个人信息", "个人信息").replace("个人用户信息", "个人信息");
        String bare = TAIL.matcher(HEAD.matcher(text).replaceFirst("")).replaceFirst("");
        return bare.length() < 2 ? text : bare;
    }
}
