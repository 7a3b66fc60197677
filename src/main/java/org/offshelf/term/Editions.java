package org.offshelf.term;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The editions one app is published in, which say in their names that they are one: 快手极速版, QQ HD. */
public final class Editions {

    /** The longest first: what ends in one of them is an edition of what stands before it. */
    private static final List<String> ENDINGS = Stream.concat(
            Stream.of("极速", "青春", "标准", "专业", "企业", "个人", "国际", "海外", "概念", "旗舰", "官方", "正式", "最新", "手机", "安卓", "苹果",
                    "鸿蒙", "精简", "轻量", "大字", "关怀", "老年", "长辈", "儿童", "商家", "司机", "车机").map(which -> which + "版"),
            Stream.of("版", "app", "lite", "pro", "hd", "plus", "ios", "android", "sdk", "小程序", "客户端")).toList();

    private Editions() {
    }

    /**
     * What an edition is one of.
     *
     * @param squeezed a name, folded and without spaces
     * @return empty if the name says no edition, or nothing else
     */
    public static Optional<String> of(String squeezed) {
        return ENDINGS.stream().filter(squeezed::endsWith).findFirst()
                .map(ending -> squeezed.substring(0, squeezed.length() - ending.length())).filter(rest -> !rest.isEmpty());
    }
}
