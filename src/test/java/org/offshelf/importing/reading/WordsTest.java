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
            "APP备案号,FILING", "属地,REGION", "所属省份,REGION", "应用类型,KIND", "处置措施,MEASURE",
            "产品名称,APP", "应用名称及版本,APP", "运营单位,DEVELOPER", "主办单位,DEVELOPER", "App主办者,DEVELOPER", "备案主体,DEVELOPER", "备案号,FILING",
            "ICP备案/许可证号,FILING", "获取渠道,STORE", "宿主平台,STORE", "官网地址,STORE", "软件版本号,VERSION", "涉及问题,PROBLEM", "问题描述,PROBLEM",
            "主要违法违规情形,PROBLEM", "问题二,PROBLEM", "所在省份,REGION", "App Name,APP", "Violations,PROBLEM" })
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
            "二〇二一年十二月三日之前整改,2021-12-03", "不得晚于11月20日完成整改,2021-11-20",
            "整改期限为12月1日,2021-12-01", "应于11月9日下班前完成整改,2021-11-09", "须在11月9日17:00前反馈,2021-11-09" })
    void deadlines(String sentence, LocalDate day) {
        assertThat(Dates.deadline(sentence, LocalDate.of(2021, 11, 3))).isEqualTo(day);
    }

    @Test
    void aDeadlineWithoutAYearNeedsTheDayOfPublication() {
        assertThat(Dates.deadline("11月9日前", null)).isNull();
        assertThat(Dates.deadline("2月30日前", LocalDate.of(2021, 1, 1))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "请于本通报发布之日起15日内完成整改。|2021-11-18", "应在通报之日起5个工作日内完成整改。|",
            "截止11月2日，有3款APP未完成整改。|" })
    void deadlinesCountedFromPublication(String sentence, LocalDate day) {
        ReadNotice notice = Notices.text("关于APP的通报\n" + sentence + "\n2021年11月3日");
        assertThat(notice.deadline()).isEqualTo(day);
        assertThat(notice.warnings()).hasSize(sentence.contains("日内") ? 1 : sentence.contains("款") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "关于APP的通报（2021年第11批，总第20批）|2021|11|20", "关于APP的通报（二〇二一年第十一批，总第二十批）|2021|11|20",
            "关于侵害用户权益行为的APP（第二批）通报||2|", "关于App的通报（2024年第3批次）|2024|3|", "关于App的通报（总第39批）|||39",
            "2023年首批APP通报|2023|1|", "关于问题App的通报（2021年度第2期）|2021|2|" })
    void batches(String title, Integer year, Integer number, Integer overall) {
        assertThat(Notices.text(title + "\n现予以通报。").batch()).isEqualTo(new ReadNotice.Batch(year, number, overall));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "二〇二一年十一月三日|2021-11-03", "二○二一年十一月三日|2021-11-03", "2021.11.3|2021-11-03",
            "上海市通信管理局 2021年11月3日|2021-11-03", "发布时间：2021-11-03 10:20  来源：信息通信管理局|2021-11-03", "2021-11-03 09:12|2021-11-03",
            "原创 通信圈 2021-11-03 17:30|2021-11-03", "（2021年11月3日）|2021-11-03", "时间：2021/11/03|2021-11-03" })
    void daysOfPublication(String line, LocalDate day) {
        assertThat(Notices.text("关于APP的通报\n2020年1月1日以来，问题频发。\n" + line).published()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "此前，我部通报了2021年第10批存在问题的APP，仍有5款未完成整改|2021|10|",
            "针对2021年11月3日通报的APP，经核查复检，尚有2款未整改||| 2021-11-03",
            "依据《关于侵害用户权益行为的APP通报（2021年第9批，总第18批）》，仍有2款APP未按通报要求整改|2021|9|" })
    void noticesReferredTo(String sentence, Integer year, Integer number, LocalDate day) {
        ReadNotice.Followed follows = Notices.text("关于下架APP的通报\n" + sentence + "。\n2021年12月9日").follows();
        assertThat(follows.published()).isEqualTo(day);
        assertThat(follows.batch() == null ? null : follows.batch().year()).isEqualTo(year);
        assertThat(follows.batch() == null ? null : follows.batch().number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "截至目前，尚有101款APP未完成整改|101", "我部检测了120款APP，发现38款APP存在问题|38",
            "现对以下38款APP予以通报|38", "前期通报了50款APP，截至8月2日，有14款存在问题并被我局通知限期整改的APP未按要求完成整改|14", "近期发现13款移动App存在隐私不合规行为|13",
            "我局对二十款APP予以下架|20", "共发现38款APP（SDK）存在侵害用户权益行为|38", "以下38款应用违法违规收集使用个人信息|38",
            "发现15款App和16款SDK存在问题|31", "发现3款APP、2款小程序存在侵害用户权益行为|5", "检测发现35款移动应用存在违法违规收集使用个人信息情况|35",
            "我局累计检测APP 500款，责令整改100款，对仍未整改的7款APP予以公开通报|7", "对仍存在问题的12款APP进行通报|12" })
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
