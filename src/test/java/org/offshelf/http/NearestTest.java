package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("category", "store", "published", "published.gte", "published.lt",
            "appName", "limit", "misleading-downloads", "over-scope-collection", "huawei", "oppo", "vivo", "miit");

    @ParameterizedTest
    @CsvSource({
            "catagory, category",
            "Category, category",
            "app_name, appName",
            "app-name, appName",
            "APPNAME, appName",
            "published_gte, published.gte",
            "published.gt, published.gte",
            "publishd, published",
            "misleading, misleading-downloads",
            "misleadingDownloads, misleading-downloads",
            "stores, store",
            "huawai, huawei",
            "opppo, oppo",
            "ilmit, limit",
            "categoryCode, category"
    })
    void findsWhatWasMeant(String given, String meant) {
        assertThat(Nearest.match(given, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "x", "zzz", "qwertyuiop", "抖音", "m" })
    void keepsSilentAboutNonsense(String given) {
        assertThat(Nearest.match(given, KNOWN)).isEmpty();
    }

    @Test
    void knowsNothingAmongNothing() {
        assertThat(Nearest.match("category", List.of())).isEmpty();
    }
}
