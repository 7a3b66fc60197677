package org.offshelf.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

    /** Ids are promised for ever: these must stay as they are, whatever becomes of the code. */
    @ParameterizedTest
    @CsvSource({
            "app, app|豆瓣|北京豆网科技有限公司, app-6cvmbcg7",
            "op, 北京微梦创科网络技术有限公司, op-zk8vf91j",
            "pen, weibo-2021-12-14, pen-0sdjwqg8",
            "src, '', src-m07rfca8"
    })
    void anIdentityHasTheSameIdForEver(String prefix, String identity, String id) {
        assertThat(Ids.derive(prefix, identity)).isEqualTo(id);
    }

    @Test
    void anIdIsAPrefixAndEightCrockfordCharacters() {
        assertThat(IntStream.range(0, 2000).mapToObj(i -> Ids.derive("app", "identity " + i)))
                .allMatch(id -> id.matches("app-[0-9abcdefghjkmnpqrstvwxyz]{8}")).doesNotHaveDuplicates();
    }

    @Test
    void anIdThatIsTakenGivesWayToTheNextOfTheSameIdentity() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            assertThat(taken.add(Ids.derive("app", "the same", taken::contains))).isTrue();
        }
        assertThat(taken).contains(Ids.derive("app", "the same"), Ids.derive("app", "the same#1"),
                Ids.derive("app", "the same#2"), Ids.derive("app", "the same#3")).hasSize(4);
    }
}
