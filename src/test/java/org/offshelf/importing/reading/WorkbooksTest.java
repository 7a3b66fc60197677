package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What is done in workbooks besides writing into cells. */
class WorkbooksTest {

    @Test
    void blankRowsAndColumnsBeforeTheListAndASignatureBehindIt() throws IOException {
        ReadNotice notice = read(workbook -> {
            Sheet sheet = workbook.createSheet("Sheet1");
            row(sheet, 1, 1, "附件2：");
            row(sheet, 2, 1, "广东省通信管理局通报存在问题的APP名单（2024年第2批）");
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 6));
            row(sheet, 4, 1, "序号", "应用名称", "应用开发者", "应用来源", "应用\n版本", "所涉\n问题");
            row(sheet, 5, 1, 1, "青竹", "青竹有限公司", "应用宝", "1.10", "违规收集个人信息\n超范围收集个人信息");
            row(sheet, 6, 1, 2, "石榴", "石榴有限公司", "豌豆荚", 2, "账号注销难");
            row(sheet, 8, 5, "广东省通信管理局");
            row(sheet, 9, 5, "2024年3月5日");
        });
        assertThat(NoticeSamplesTest.summary(notice)).isEqualTo("""
                title 广东省通信管理局通报存在问题的APP名单（2024年第2批）
                batch 2024/2
                published 2024-03-05
                list 附件2 广东省通信管理局通报存在问题的APP名单（2024年第2批） | 广东省通信管理局 | RECTIFY
                1 | 青竹 | 青竹有限公司 | 应用宝 | 1.10 | 违规收集个人信息 / 超范围收集个人信息
                2 | 石榴 | 石榴有限公司 | 豌豆荚 | 2 | 账号注销难""");
    }

    @Test
    void aListOnEachSheetAndSheetsThatAreNotShown() throws IOException {
        ReadNotice notice = read(workbook -> {
            Sheet removed = workbook.createSheet("附件1 下架名单");
            row(removed, 0, 0, "序号", "APP名称", "版本", "开发者");
            row(removed, 1, 0, 1, "青竹", "1.0", "青竹有限公司");
            Sheet late = workbook.createSheet("附件2 限期整改名单");
            row(late, 0, 0, "APP名称", "问题", "应用商店");
            row(late, 1, 0, "石榴", "违规收集个人信息", "应用宝");
            Sheet hidden = workbook.createSheet("底稿");
            row(hidden, 0, 0, "APP名称", "问题", "应用商店");
            row(hidden, 1, 0, "松果", "违规收集个人信息", "应用宝");
            workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
        });
        assertThat(NoticeSamplesTest.summary(notice)).isEqualTo("""
                list 附件1 下架名单 |  | REMOVE
                list 附件2 限期整改名单 |  | RECTIFY
                1 | 青竹 | 青竹有限公司 |  | 1.0 |  |  |  |  | REMOVE
                 | 石榴 |  | 应用宝 |  | 违规收集个人信息
                warning NOT_UNDERSTOOD""");
    }

    @Test
    void hiddenRowsAreReportedAndNotRead() throws IOException {
        ReadNotice notice = read(workbook -> {
            Sheet sheet = workbook.createSheet("名单");
            row(sheet, 0, 0, "应用名称", "版本号", "存在问题");
            row(sheet, 1, 0, "青竹", "1.0", "违规收集个人信息");
            row(sheet, 2, 0, "石榴", "2.0", "违规收集个人信息").setZeroHeight(true);
        });
        assertThat(notice.rows()).extracting(ReadRow::app).containsExactly("青竹");
        assertThat(notice.warnings()).extracting(Warning::message).containsExactly("1 hidden row was not read.");
    }

    @Test
    void numbersAndDaysAreReadAsTheyAreShown() throws IOException {
        ReadNotice notice = read(workbook -> {
            Sheet sheet = workbook.createSheet("名单");
            CellStyle twoPlaces = workbook.createCellStyle();
            twoPlaces.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
            CellStyle builtin = workbook.createCellStyle();
            builtin.setDataFormat((short) 14);
            CellStyle chinese = workbook.createCellStyle();
            chinese.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\";@"));
            row(sheet, 0, 0, "序号", "应用名称", "版本号", "存在问题", "检测时间");
            Row first = row(sheet, 1, 0, 1, "青竹", 1.1, "违规收集个人信息", 45000);
            first.getCell(2).setCellStyle(twoPlaces);
            first.getCell(4).setCellStyle(builtin);
            Row second = row(sheet, 2, 0, 2, "12306", 20240101, "账号注销难", 45000);
            second.getCell(4).setCellStyle(chinese);
            row(sheet, 3, 0, "发布日期：");
            Cell day = sheet.getRow(3).createCell(1);
            day.setCellValue(LocalDate.of(2024, 5, 6));
            day.setCellStyle(builtin);
        });
        assertThat(Notices.rows(notice)).containsExactly("1 | 青竹 |  |  | 1.10 | 违规收集个人信息",
                "2 | 12306 |  |  | 20240101 | 账号注销难");
        assertThat(notice.published()).isEqualTo("2024-05-06");
    }

    private static Row row(Sheet sheet, int number, int from, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number value) {
                row.createCell(from + i).setCellValue(value.doubleValue());
            } else {
                row.createCell(from + i).setCellValue((String) values[i]);
            }
        }
        return row;
    }

    private static ReadNotice read(Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            content.accept(workbook);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return Notices.read(bytes.toByteArray(), "list.xlsx");
        }
    }
}
