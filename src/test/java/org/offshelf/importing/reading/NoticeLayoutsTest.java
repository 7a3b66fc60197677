package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;
import org.offshelf.importing.reading.ReadNotice.Batch;
import org.offshelf.importing.reading.ReadNotice.Followed;
import org.offshelf.importing.reading.ReadNotice.ReadList;
import org.offshelf.notice.NoticeKind;

/** One notice of each layout that regulators are known to print. */
class NoticeLayoutsTest {

    @Test
    void rowsThatLostTheirMergedCells() {
        ReadNotice notice = Notices.read("short-rows.md");
        assertThat(Notices.rows(notice)).containsExactly(
                "1 | 青竹天气 | 青竹（杭州）科技有限公司 | 小米应用商店 | 8.0102.02 | 违规收集个人信息 / 超范围收集个人信息 / APP强制、频繁、过度索取权限",
                "2 | 石榴_点餐 | 石榴餐饮管理有限公司 | 微信小程序 | / | APP强制、频繁、过度索取权限",
                "3 | 竹影 Sense | 竹影信息科技有限公司 | SDK企业官网 | v4.5.0 | 收集个人信息明示、告知不到位 / 强迫收集非必要个人信息",
                "4 | 松果|笔记 | 松果软件有限公司 | App Store | 1.1.3.0 | 欺骗误导强迫用户",
                "5 | 半日 · 闲 | 半日（北京）文化传媒有限公司 | OPPO软件商店 | mDisk9.4.2 | 违规使用个人信息");
        assertThat(notice.rows()).extracting(ReadRow::kind).containsExactly(AppKind.APP, AppKind.MINI_PROGRAM, AppKind.SDK,
                AppKind.APP, AppKind.APP);
        assertThat(notice.rows().get(0).annex()).isEqualTo("存在问题的APP（SDK）名单");
        assertThat(notice.rows().get(0).place()).isEqualTo("line 25");
        assertThat(notice.title()).isEqualTo("关于侵害用户权益行为的APP通报（2023年第4批，总第30批）");
        assertThat(notice.batch()).isEqualTo(new Batch(2023, 4, 30));
        assertThat(notice.published()).isEqualTo("2023-03-10");
        assertThat(notice.deadline()).isEqualTo("2023-03-20");
        assertThat(notice.declaredCount()).isEqualTo(5);
        assertThat(notice.warnings()).isEmpty();
    }

    @Test
    void groupsWithOneAppOnEachLine() {
        ReadNotice notice = Notices.read("one-app-per-line.md");
        String first = "隐私政策难以访问、未声明App运营者的基本情况";
        String second = "基于个人同意处理个人信息的，个人有权撤回其同意。个人信息处理者未提供便捷的撤回同意的方式；未予以明确";
        assertThat(Notices.rows(notice)).containsExactly(" | 青竹友 |  | 应用宝 | 1.2.2 | " + first + " / " + second,
                " | 石榴风云OL |  | store8.com | v1.6.13 | " + first + " / " + second,
                " | 松果（极速版） |  | 百度手机助手 | 7.0.11.2 | " + second);
        assertThat(notice.rows().get(0).place()).isEqualTo("group 1, line 5; group 2, line 11");
        assertThat(notice.declaredCount()).isEqualTo(3);
        assertThat(notice.warnings()).isEmpty();
    }

    @Test
    void groupsInBoldWithBracketsAndSeparatorsInNamesAndVersions() {
        ReadNotice notice = Notices.read("bold-groups.md");
        String first = "隐私政策难以访问；未以显著方式告知个人信息处理者的名称或者姓名、联系方式等";
        String second = "未采取相应的加密、去标识化等安全技术措施";
        assertThat(Notices.rows(notice)).containsExactly(" | 1勺 littleSpoon+ |  | 微信小程序 | 1 | " + first + " / " + second,
                " | 青鸟 |  | 某车型Q7应用商店 | 1.1.3 | " + first, " | 银杏掌柜 |  | 华为应用市场（鸿蒙） | 5.1.0 | " + first,
                " | 悦听 |  | 某车型Q7预装APP | 1.0.83.rev_2023_3c6.release | " + first,
                " | 吃喝、玩乐 |  | PP助手 | V5.5.11（0839）RLC | " + second,
                " | 银行e贷 |  | 微信小程序 | v2.4.1.0(acc9) | " + second);
        assertThat(notice.warnings()).isEmpty();
    }

    @Test
    void groupsWithoutStoreAndWithSpacesThatDoNotBreak() {
        assertThat(Notices.rows(Notices.read("groups-without-store.md"))).containsExactly(
                " | 青竹 AI 聊天 |  |  | 1.4.0 | 未以结构化清单的方式逐一列出收集、使用个人信息规则",
                " | 轻云 |  |  | V3.2.400 | 未以结构化清单的方式逐一列出收集、使用个人信息规则 / 广告存在误导、欺骗用户行为",
                " | QX |  |  | 4.0.8 | 广告存在误导、欺骗用户行为");
    }

    @Test
    void groupsOfSdksAndOfMiniProgramsWithoutVersion() {
        ReadNotice notice = Notices.read("sdk-groups.md");
        assertThat(Notices.rows(notice)).containsExactly(" | 小满小炒 |  | 微信小程序 |  | 隐私政策难以访问 / 无隐私政策",
                " | 云课 SDK |  | 官网 | 6.39.4 | 隐私政策难以访问", " | 青竹_Android_SDK |  | 官网 | 2.8.4 | 隐私政策难以访问",
                " | 小满小炒 |  | 微信小程序 | 1 | 无隐私政策");
        assertThat(notice.rows()).extracting(ReadRow::kind).containsExactly(AppKind.MINI_PROGRAM, AppKind.SDK, AppKind.SDK,
                AppKind.MINI_PROGRAM);
    }

    @Test
    void barsWithEmptyCellsUpToWhereTheTextBreaksOff() {
        ReadNotice notice = Notices.read("empty-pipes.txt");
        assertThat(Notices.rows(notice)).containsExactly(
                "1 | 青竹CRM | 青竹电子科技有限公司 | 小米应用商店 | 1.1.01 | 违规收集个人信息 / APP频繁自启动和关联启动 / APP强制、频繁、过度索取权限",
                "2 | 石榴生活 | 石榴生态有限公司 | VIVO应用商店 | 3.1.6 | APP强制、频繁、过度索取权限");
        assertThat(notice.rows()).extracting(ReadRow::filingNumber).containsExactly("鲁ICP备10000001号-9A", "鲁ICP备10000002号-6A");
        assertThat(notice.rejected()).containsExactly(
                new RejectedRow("line 14", "松果", "The document breaks off within this row."));
        assertThat(notice.published()).isEqualTo("2024-08-05");
        assertThat(notice.deadline()).isEqualTo("2024-08-09");
        assertThat(notice.declaredCount()).isEqualTo(6);
        assertThat(notice.warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.COUNT);
    }

    @Test
    void oneCellOnEachLine() {
        ReadNotice notice = Notices.read("one-cell-per-line.txt");
        assertThat(Notices.rows(notice)).containsExactly(
                "1 | 青竹天气 | 青竹科技有限公司 | 360手机助手 | 2 | 未明示个人信息处理规则、违规收集个人信息",
                "2 | 石榴 | 石榴大数据科技有限公司 | 小米应用商店 | 2.2.9 | 未明示个人信息处理规则、APP强制、频繁、过度索取权限",
                "3 | 松果 | 松果科技有限公司 | 应用宝 | 3.1.0 | 违规收集个人信息 / 超范围收集个人信息");
        assertThat(notice.rows()).extracting(ReadRow::region, ReadRow::annex)
                .contains(tuple("四川", "附件1 通报存在问题的App/小程序名单"));
        assertThat(notice.rejected()).extracting(RejectedRow::text).containsExactly("银杏文档");
        assertThat(notice.published()).isEqualTo("2025-05-30");
        assertThat(notice.deadline()).isEqualTo("2025-06-10");
        assertThat(notice.batch()).isEqualTo(new Batch(2025, 7, null));
    }

    @Test
    void columnsOfSpacesWithDashesForMergedCells() {
        ReadNotice notice = Notices.read("dash-rows.txt");
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹 | 青竹互联网信息服务有限公司 | 应用宝 | 5.6.0 | 私自收集个人信息",
                "2 | 石榴虫-漫画 | 石榴网络科技股份有限公司 | 应用宝 | 3.9.5 | 私自共享给第三方 / 强制用户使用定向推送功能 / 账号注销难",
                "3 | 松果 OL | 松果网络科技有限公司 | App Store | 12.1.2 | 过度索取权限",
                "4 | 半日贷 | 半日银行股份有限公司 | 微信小程序 | - | 私自收集个人信息");
        assertThat(notice.deadline()).as("with the batch's year, for want of another").isEqualTo("2020-07-30");
        assertThat(notice.warnings()).extracting(Warning::kind).containsOnly(Warning.Kind.INFERRED);
    }

    @Test
    void markdownWithARuleAndTwoProblemsOnALine() {
        ReadNotice notice = Notices.read("rule-table.md");
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹免税 | 青竹信息科技有限公司 | 小米应用商店 | 3.8.8 | 违规收集个人信息",
                "2 | 石榴又 | 石榴科技有限公司 | 应用宝 | 4.5.8 | 违规收集个人信息 违规使用个人信息");
        assertThat(notice.rejected()).as("the last line lacks its bar").hasSize(1);
        assertThat(notice.published()).isEqualTo("2020-08-31");
    }

    @Test
    void twoAnnexesOfAPageWithMergedCellsTwoRowsOfHeadingsAndAPicture() {
        ReadNotice notice = Notices.read("two-annexes.html");
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹 | 青竹科技有限公司 |  | 1.0/1.1 | ",
                "2 | 石榴（极速|版） | 青竹科技有限公司 |  | V2 | ", "1 | 松果 |  | 应用宝 | 1.0 | 违规收集个人信息 / 超范围收集个人信息",
                "1 | 松果 |  | App Store | 1.2 | 违规使用个人信息", "2 | 银杏 |  | 应用宝 | 3 | 违规使用个人信息 / 账号注销难",
                "3 | 半日 |  | - | - | 账号注销难");
        assertThat(notice.lists()).containsExactly(
                new ReadList("附件1 工业和信息化部下架的APP名单", "工业和信息化部", Measure.REMOVE, 2, 2, "table 1"),
                new ReadList("附件2 广东省通信管理局通报存在问题的APP名单", "广东省通信管理局", Measure.RECTIFY, 3, 4, "table 2"));
        assertThat(notice.rows()).extracting(ReadRow::measure).startsWith(Measure.REMOVE, Measure.REMOVE, Measure.RECTIFY);
        assertThat(notice.kind()).isEqualTo(NoticeKind.REMOVAL_ORDER);
        assertThat(notice.published()).isEqualTo("2021-12-28");
        assertThat(notice.deadline()).as("in the year after").isEqualTo("2022-01-05");
        assertThat(notice.declaredCount()).isEqualTo(5);
        assertThat(notice.follows()).isEqualTo(
                new Followed("关于APP超范围索取权限等问题的通报", new Batch(2021, 12, 21), LocalDate.of(2021, 11, 3)));
        assertThat(notice.warnings()).extracting(Warning::kind).containsExactlyInAnyOrder(Warning.Kind.UNKNOWN_COLUMN,
                Warning.Kind.PICTURE);
    }

    @Test
    void separatedValuesWithoutNumbers() {
        assertThat(Notices.rows(Notices.read("list.csv"))).containsExactly(" | 青竹 | 青竹科技有限公司 | 应用宝 | 1.0 | 违规收集个人信息 / 账号注销难",
                " | 青竹 | 青竹科技有限公司 | App Store | 2.0 | 违规使用个人信息",
                " | 石榴, \"热\" | 石榴科技有限公司 | 华为应用市场 | 3.1 | 账号注销难");
    }

    @Test
    void columnsWithoutHeadings() {
        assertThat(Notices.rows(Notices.read("tabs.txt"))).containsExactly(" | 青竹 | 青竹科技有限公司 | 应用宝 | 1.0.2 | 违规收集个人信息",
                " | 石榴 | 石榴网络有限公司 | 华为应用市场 | 2.0 | 超范围收集个人信息", " | 松果 | 松果信息有限公司 | App Store | 3.1 | 违规使用个人信息");
    }
}
