package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;
import org.offshelf.notice.NoticeKind;

/** What else may be met within a list. */
class NoticeVariationsTest {

    @Test
    void listsSideBySide() {
        ReadNotice notice = Notices.text("""
                <table><tr><td>序号</td><td>应用名称</td><td>版本号</td><td>序号</td><td>应用名称</td><td>版本号</td></tr>
                <tr><td>1</td><td>青竹</td><td>1.0</td><td>3</td><td>松果</td><td>3.0</td></tr>
                <tr><td>2</td><td>石榴</td><td>2.0</td><td></td><td></td><td></td></tr></table>
                """);
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹 |  |  | 1.0 | ", "2 | 石榴 |  |  | 2.0 | ",
                "3 | 松果 |  |  | 3.0 | ");
    }

    @Test
    void severalStoresInACell() {
        ReadNotice notice = Notices.text("""
                <table><tr><td>序号</td><td>应用名称</td><td>应用来源</td><td>版本号</td><td>所涉问题</td></tr>
                <tr><td>1</td><td>青竹</td><td>应用宝<br>App Store</td><td>1.0<br>2.0</td><td>违规收集个人信息<br>账号注销难</td></tr>
                <tr><td>2</td><td>石榴</td><td>小米应用<br>商店</td><td>8.33.2.<br>381</td><td>违规收集个人信息</td></tr></table>
                """);
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹 |  | 应用宝 | 1.0 | 违规收集个人信息",
                "1 | 青竹 |  | App Store | 2.0 | 账号注销难", "2 | 石榴 |  | 小米应用商店 | 8.33.2.381 | 违规收集个人信息");
    }

    @Test
    void linesAcrossTheTableSayWhoseTheRowsAreAndWhatIsDemanded() {
        ReadNotice notice = Notices.text("""
                <table><tr><td>序号</td><td>应用名称</td><td>企业名称</td><td>违规行为</td></tr>
                <tr><td colspan="4">浙江省</td></tr>
                <tr><td>1</td><td>青竹</td><td>青竹厂</td><td>违规收集个人信息</td></tr>
                <tr><td colspan="4">二、予以下架的APP</td></tr>
                <tr><td>2</td><td>石榴</td><td>石榴厂</td><td>违规使用个人信息</td></tr>
                <tr><td colspan="4">注：排名不分先后</td></tr></table>
                """);
        assertThat(notice.rows()).extracting(ReadRow::region).containsExactly("浙江省", null);
        assertThat(notice.rows()).extracting(ReadRow::measure).containsExactly(Measure.RECTIFY, Measure.REMOVE);
        assertThat(notice.rejected()).isEmpty();
    }

    @Test
    void aTableThatGoesOnBehindAPageBreak() {
        ReadNotice notice = Notices.text("""
                <table><tr><td>编号</td><td>软件名称</td><td>版本</td><td>问题</td></tr>
                <tr><td>1</td><td>青竹</td><td>1.0</td><td>违规收集个人信息</td></tr></table>
                <table><tr><td></td><td></td><td></td><td>违规使用个人信息</td></tr>
                <tr><td>2</td><td>石榴</td><td>2.0</td><td>违规收集个人信息</td></tr></table>
                """);
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹 |  |  | 1.0 | 违规收集个人信息 / 违规使用个人信息",
                "2 | 石榴 |  |  | 2.0 | 违规收集个人信息");
        assertThat(notice.rejected()).isEmpty();
    }

    @Test
    void namesWithBarsBetweenBars() {
        ReadNotice notice = Notices.text("""
                序号 | 应用名称 | 应用开发者 | 版本 | 来源
                1 | 青竹|石榴 | 青竹有限公司 | 1.0 | 应用宝
                2 | 松果 | 松果有限公司 | 2.0 | 豌豆荚
                """);
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹|石榴 | 青竹有限公司 | 应用宝 | 1.0 | ",
                "2 | 松果 | 松果有限公司 | 豌豆荚 | 2.0 | ");
        assertThat(notice.warnings()).extracting(Warning::kind).contains(Warning.Kind.INFERRED);
    }

    @Test
    void aColumnThatTellsTheKind() {
        ReadNotice notice = Notices.text("""
                序号,名称,类型,版本号
                1,青竹,小程序,/
                2,石榴,SDK,1.0
                3,松果,App,2.0
                """);
        assertThat(notice.rows()).extracting(ReadRow::kind).containsExactly(AppKind.MINI_PROGRAM, AppKind.SDK, AppKind.APP);
    }

    @Test
    void gapsAndRepetitionsOfNumbersAreReported() {
        ReadNotice notice = Notices.text("序号,应用名称,版本号\n1,青竹,1.0\n3,石榴,1.0\n4,,1.0\n");
        assertThat(notice.warnings()).extracting(Warning::kind).contains(Warning.Kind.NUMBERING);
        assertThat(notice.rejected()).extracting(RejectedRow::place).containsExactly("line 4");
    }

    @Test
    void aTableOfSomethingElseIsReported() {
        ReadNotice notice = Notices.text("""
                <p>关于APP的通报</p><table><tr><td>年份</td><td>金额</td></tr><tr><td>2021</td><td>12</td></tr></table>
                """);
        assertThat(notice.rows()).isEmpty();
        assertThat(notice.warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.NOT_UNDERSTOOD);
    }

    @Test
    void lawsInTitleMarksAreNoApps() {
        ReadNotice notice = Notices.text("依据《网络安全法》《个人信息保护法》和《认定方法》（国信办秘字〔2019〕191号），现通报如下：\n\n"
                + "一、违规收集个人信息，涉及2款APP：\n《青竹》（应用宝，版本1.0）、《石榴》\n二、账号注销难（共1款）：\n《《三国》手游》（版本2.0，豌豆荚）");
        assertThat(Notices.rows(notice)).containsExactly(" | 青竹 |  | 应用宝 | 1.0 | 违规收集个人信息", " | 石榴 |  |  |  | 违规收集个人信息",
                " | 《三国》手游 |  | 豌豆荚 | 2.0 | 账号注销难");
    }

    @Test
    void aGroupWithAnotherNumberOfAppsThanItStates() {
        ReadNotice notice = Notices.text("1、违规收集个人信息。涉及3款移动应用如下：\n\n《青竹》（版本1.0，应用宝）、《石榴》（版本1.0，应用宝）");
        assertThat(notice.warnings()).extracting(Warning::message)
                .containsExactly("The group states 3 apps; 2 were found.");
    }

    @Test
    void examplesOfEarlierCasesAreLeftOut() {
        ReadNotice notice = Notices.text("""
                <p>附件1：存在问题的APP名单</p><table><tr><td>应用名称</td><td>版本</td></tr><tr><td>青竹</td><td>1.0</td></tr></table>
                <p>附件2：典型违规案例</p><table><tr><td>应用名称</td><td>问题</td></tr><tr><td>石榴</td><td>账号注销难</td></tr></table>
                """);
        assertThat(Notices.rows(notice)).hasSize(1);
    }

    @Test
    void whatTheCuratorKnowsGoesFirst() {
        Document document = Notices.document(Notices.bytes("dash-rows.txt"), null);
        ReadNotice notice = NoticeReader.read(document, new Hints("miit", NoticeKind.REMOVAL_ORDER, "另一标题",
                LocalDate.of(2021, 8, 1), null, null), Limits.defaults());
        assertThat(notice.title()).isEqualTo("另一标题");
        assertThat(notice.deadline()).isEqualTo("2022-07-30");
        assertThat(notice.rows()).extracting(ReadRow::measure).containsOnly(Measure.REMOVE);
    }
}
