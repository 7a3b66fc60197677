package org.offshelf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class FactTest {

    private static final LocalDate DAY = LocalDate.of(2021, 12, 9);

    @Test
    void theLastFactCountsWhateverOrderTheyComeIn() {
        Random random = new Random(20211209);
        for (int round = 0; round < 2_000; round++) {
            List<Fact> facts = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                facts.add(fact(random));
            }
            App derived = new App();
            derived.stand(facts);
            Collections.shuffle(facts, random);
            App told = new App();
            facts.forEach(told::consider);
            assertThat(standing(told)).as("%s", facts).isEqualTo(standing(derived));
        }
    }

    @Test
    void onOneDayWhatHappensLaterCounts() {
        App app = new App();
        app.consider(AppStatus.REMOVAL_ORDERED, DAY, null, "app-x-all");
        app.consider(AppStatus.NAMED, DAY, DAY.plusDays(6), "n-1");
        assertThat(app.status).isEqualTo(AppStatus.REMOVAL_ORDERED);
        app.consider(AppStatus.REMOVED, DAY, null, "app-x-huawei");
        assertThat(app.statusFrom).isEqualTo("app-x-huawei");
    }

    @Test
    void whatBearsNoDateYields() {
        App app = new App();
        app.consider(AppStatus.RESTORED, null, null, "app-x-all");
        app.consider(AppStatus.NAMED, DAY, null, "n-1");
        assertThat(app.status).isEqualTo(AppStatus.NAMED);
        app.stand(List.of());
        assertThat(standing(app)).isEqualTo("null null null null");
    }

    private static Fact fact(Random random) {
        AppStatus status = AppStatus.values()[random.nextInt(AppStatus.values().length)];
        LocalDate since = random.nextInt(4) == 0 ? null : DAY.plusDays(random.nextInt(3));
        LocalDate deadline = random.nextInt(2) == 0 ? null : DAY.plusDays(random.nextInt(3));
        return new Fact(status, since, deadline, "f" + random.nextInt(3));
    }

    private static String standing(App app) {
        return app.status + " " + app.statusSince + " " + app.statusDeadline + " " + app.statusFrom;
    }
}
