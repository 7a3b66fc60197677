package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings, numbers, days and statements as they are printed. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({ "序 号,NUMBER", "应用名称,APP", "APP名称,APP", "软件名称,APP", "APP/小程序名称,APP", "APP（SDK）名称,APP", "存在问题的应用名称,APP",
            "应用开发者,DEVELOPER",
            "企业名称,DEVELOPER", "开发运营者,DEVELOPER", "APP运营者,DEVELOPER", "开发者名称,DEVELOPER", "应用来源,STORE", "应用商店,STORE",
            "版本来源,STORE",
            "应用商店名称,STORE", "下载平台,STORE", "版本号,VERSION", "APP版本,VERSION", "所涉问题,PROBLEM", "违法违规行为,PROBLEM", "问题类型,PROBLEM",
            "备案编号,FILING",
            "APP备案号,FILING", "属地,REGION", "所属省份,REGION", "应用类型,KIND", "处置措施,MEASURE" })
    void headings(String printed, Field field) {
        assertThat(Headings.field(printed)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = { "华为应用市场", "小米应用商店", "违规收集个人信息", "青竹科技有限公司", "应用宝", "检测时间", "备注", "1", "", "-" })
    void valuesAndOtherHeadingsAreNone(String printed) {
        assertThat(Headings.field(printed)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "12,12", "１２,12", "十,10", "十二,12", "二十,20", "一百零五,105", "二〇二三,2023" })
    void numbers(String printed, int number) {
        assertThat(Numerals.parse(printed)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({ "上述APP应在11月9日前完成整改,2021-11-09", "1月5日前完成整改,2022-01-05", "应在2023年2月15日前完成整改,2023-02-15",
            "务必于12月１日（星期三）前反馈,2021-12-01",
            "二〇二一年十二月三日之前整改,2021-12-03" })
    void deadlines(String sentence, LocalDate day) {
        assertThat(Dates.deadline(sentence, LocalDate.of(2021, 11, 3))).isEqualTo(day);
    }

    @Test
    void aDeadlineWithoutAYearNeedsTheDayOfPublication() {
        assertThat(Dates.deadline("11月9日前", null)).isNull();
        assertThat(Dates.deadline("2月30日前", LocalDate.of(2021, 1, 1))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "截至目前，尚有101款APP未完成整改|101", "我部检测了120款APP，发现38款APP存在问题|38",
            "现对以下38款APP予以通报|38", "前期通报了50款APP，截至8月2日，有14款存在问题并被我局通知限期整改的APP未按要求完成整改|14", "近期发现13款移动App存在隐私不合规行为|13",
            "我局对二十款APP予以下架|20" })
    void declaredCounts(String sentence, int count) {
        assertThat(Notices.text(sentence + "。").declaredCount()).isEqualTo(count);
    }

    @Test
    void whatIsInABracketOrACellStaysAsPrinted() {
        assertThat(Texts.oneLine(" 甲\u00a0乙 \n 丙 ")).isEqualTo("甲\u00a0乙丙");
        assertThat(Texts.plain("甲\u00a0乙\u200b")).isEqualTo("甲 乙");
        assertThat(Texts.oneLine("App\nStore")).isEqualTo("App Store");
        assertThat(Texts.lines(" 违规收集 \n\n 超范围 ")).containsExactly("违规收集", "超范围");
    }

    @Test
    void cellsFindTheirColumns() {
        List<Field> columns = List.of(Field.NUMBER, Field.APP, Field.DEVELOPER, Field.STORE, Field.VERSION, Field.PROBLEM);
        assertThat(Alignment.align(List.of("2", "石榴", "应用宝", "1.0", "账号注销难"), columns, Table.Origin.GRID))
                .containsExactly("2", "石榴", "", "应用宝", "1.0", "账号注销难");
        assertThat(Alignment.align(List.of("App Store", "2.0"), columns, Table.Origin.GRID)).containsExactly("", "", "",
                "App Store", "2.0", "");
        assertThat(Alignment.align(List.of("2", "石榴", "Red", "青竹公司", "App", "Store", "1.0", "账号注销难"), columns,
                Table.Origin.SPACES)).containsExactly("2", "石榴 Red", "青竹公司", "App Store", "1.0", "账号注销难");
    }
}
