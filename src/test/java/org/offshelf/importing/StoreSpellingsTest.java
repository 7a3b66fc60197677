package org.offshelf.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.store.Store;

class StoreSpellingsTest {

    private final StoreSpellings spellings = new StoreSpellings(List.of(
            store("vivo", "vivo应用商店", "VIVO", "维沃"), store("huawei", "华为应用市场", "华为应用商店", "AppGallery"),
            store("360", "360手机助手")));

    @ParameterizedTest
    @CsvSource({ "vivo应用商店, vivo", "VIVO应用商店, vivo", "ＶＩＶＯ, vivo", "' vivo ', vivo", "维沃, vivo", "华为 应用市场, huawei",
            "华为应用商店, huawei", "appgallery, huawei", "３６０手机助手, 360" })
    void recognisesTheNameAndEverySpelling(String printed, String store) {
        assertThat(spellings.find(printed)).contains(store);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "应用商店", "vivo应用", "huawei", "小米应用商店" })
    void doesNotGuess(String printed) {
        assertThat(spellings.find(printed)).isEmpty();
    }

    @Test
    void nothingPrintedIsNoStore() {
        assertThat(spellings.find(null)).isEmpty();
    }

    private static Store store(String id, String name, String... spellings) {
        Store store = new Store();
        store.id = id;
        store.nameZh = name;
        store.spellings = List.of(spellings);
        return store;
    }
}
