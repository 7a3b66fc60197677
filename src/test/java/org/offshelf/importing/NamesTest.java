package org.offshelf.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
            "'QQ音乐', 'qq音乐'",
            "'ＱＱ音乐', 'qq音乐'",
            "' QQ  音乐 ', 'qq音乐'",
            "'QQ　音乐', 'qq音乐'",
            "'QQ\u200b音乐\ufeff', 'qq音乐'",
            "'同方知网（北京）技术有限公司', '同方知网(北京)技术有限公司'",
            "'同方知网(北京)技术有限公司', '同方知网(北京)技术有限公司'",
            "'Shanghai Ctrip Commerce Co., Ltd', 'shanghaictripcommerceco.,ltd'",
            "'①', '1'",
            "'', ''"
    })
    void widthCaseAndSpacesDoNotTellNamesApart(String printed, String normal) {
        assertThat(Names.normalise(printed)).isEqualTo(normal);
        assertThat(Names.normalise(normal)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({ "抖音, 抖音火山版", "豆瓣, 豆辦", "A-B, AB", "知网, 知网.", "腾讯, 騰訊" })
    void whatIsWrittenOtherwiseIsAnotherName(String one, String other) {
        assertThat(Names.normalise(one)).isNotEqualTo(Names.normalise(other));
    }
}
