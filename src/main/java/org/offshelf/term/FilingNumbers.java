package org.offshelf.term;

import java.util.List;
import java.util.regex.Pattern;

/** Filing numbers are printed with and without the character of their province: 渝ICP备…号-2A, ICP备…号-2A. */
final class FilingNumbers {

    private static final Pattern WITH_PROVINCE = Pattern.compile("^\\p{IsHan}(?= icp备)");

    private FilingNumbers() {
    }

    static List<Folded> spellings(Folded code) {
        String rest = WITH_PROVINCE.matcher(code.text()).replaceFirst("");
        return rest.equals(code.text()) ? List.of(code) : List.of(code, new Folded(rest));
    }
}
