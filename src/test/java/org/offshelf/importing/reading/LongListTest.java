package org.offshelf.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** The longest list that has to be let through. */
class LongListTest {

    private static final int ROWS = 100_000;

    @Test
    void aHundredThousandRowsOfEightColumns() {
        String csv = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> i + ",青竹" + i + ",青竹网络科技股份有限公司,小米应用商店,1." + i
                        + ",违规收集个人信息、APP强制、频繁、过度索取权限,京ICP备2021000001号-2A,北京")
                .collect(Collectors.joining("\n", "序号,应用名称,应用开发者,应用来源,应用版本,所涉问题,备案号,属地\n", "\n"));
        ReadNotice notice = Notices.read(csv.getBytes(StandardCharsets.UTF_8), "list.csv");
        assertThat(notice.rows()).hasSize(ROWS);
        assertThat(notice.warnings()).isEmpty();
    }
}
