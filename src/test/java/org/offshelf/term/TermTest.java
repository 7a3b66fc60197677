package org.offshelf.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({
            "微信, 微信",
            "ＱＱ, ' qq'",
            "小紅書, 小红书",
            "微網, 微网",
            "WiFi万能钥匙, ' wifi万能钥匙'",
            "58同城, ' 58同城'",
            "QQ Music, ' qq music'",
            "知网（北京）, 知网北京",
            "Café Zürich, ' cafe zvrich'",
            "com.tencent.mm, ' com tencent mm'",
            "😀！, ''",
    })
    void whatDoesNotTellSpellingsApartIsFolded(String printed, String folded) {
        assertThat(Folded.of(printed).text()).isEqualTo(folded);
    }

    @Test
    void aTextIsCutIntoWordsAndStretchesOfCharacters() {
        assertThat(Folded.of("腾讯QQ音乐 HD2021版").runs()).extracting(Folded.Run::text).containsExactly("腾讯", "qq", "音乐", "hd2021",
                "版");
        assertThat(Folded.of("腾讯QQ音乐").runs()).extracting(Folded.Run::isWord).containsExactly(false, true, false);
    }

    @ParameterizedTest
    @CsvSource({
            "微信, weixin, wx",
            "抖音, douyin, dy",
            "小红书, xiaohongshu, xhs",
            "58同城, 58tongcheng, 58tc",
            "QQ音乐, qqyinyue, qqyy",
            "重庆银行, chongqingyinhang, cqyh",
            "长安, changan, ca",
            "家长帮, jiazhangbang, jzb",
            "旅行, lvxing, lx",
            "还呗, huanbei, hb",
            "弹个车, tangeche, tgc",
            "WiFi万能钥匙, wifiwannengyaoshi, wifiwnys",
    })
    void namesAreFoundByHowTheyAreRead(String name, String reading, String initials) {
        assertThat(texts(name, TextStyle.NAME, TermKind.READING)).containsExactly(reading);
        assertThat(texts(name, TextStyle.NAME, TermKind.INITIALS)).containsExactly(initials);
    }

    @Test
    void aNameIsReadFromEverySyllableOn() {
        assertThat(texts("新浪微博", TextStyle.NAME, TermKind.LATER_READING)).containsExactlyInAnyOrder("langweibo", "weibo", "bo");
    }

    @ParameterizedTest
    @CsvSource({
            "北京豆网科技有限公司, 豆网",
            "腾讯科技(深圳)有限公司, 腾讯",
            "深圳市腾讯计算机系统有限公司, 腾讯",
            "滴滴全球股份有限公司, 滴滴全球",
            "重庆百舸科技有限公司, 百舸",
            "'Beijing Douwang Technology Co., Ltd', beijingdouwangtechnology",
            "公司宝, 公司宝",
            "北京公司, 北京",
    })
    void companiesAreKnownWithoutFormPlaceAndBusiness(String name, String core) {
        assertThat(CompanyNames.core(Folded.of(name)).squeezed()).isEqualTo(core);
    }

    @Test
    void aCompanyIsKnownByEverySpellingOnTheWay() {
        assertThat(texts("腾讯科技(深圳)有限公司", TextStyle.COMPANY, TermKind.WHOLE)).contains("腾讯科技深圳有限公司", "腾讯科技深圳", "腾讯科技", "腾讯");
    }

    @Test
    void everyCharacterBeginsAGram() {
        assertThat(texts("小红书", TextStyle.PROSE, TermKind.GRAM)).containsExactlyInAnyOrder("小红", "红书", "书");
        assertThat(Term.of(Folded.of("小红书"), TextStyle.PROSE)).extracting(Term::kind).containsOnly(TermKind.GRAM);
    }

    @Test
    void aPhraseIsWordsHoweverTheyAreParted() {
        assertThat(Phrase.of("抖音，  ＱＱ\u3000Music").words()).extracting(Folded::squeezed).containsExactly("抖音", "qq", "music");
        assertThat(Phrase.of("抖音、QQ").toString()).isEqualTo(Phrase.of(" 抖音  qq ").toString());
        assertThat(Phrase.of("‘’%_!😀").words()).isEmpty();
        assertThat(Phrase.of("腾讯科技有限公司").words()).extracting(Folded::squeezed).isEqualTo(List.of("腾讯科技"));
    }

    private static Set<String> texts(String text, TextStyle style, TermKind kind) {
        return Term.of(Folded.of(text), style).stream().filter(term -> term.kind() == kind).map(Term::text)
                .collect(Collectors.toSet());
    }
}
