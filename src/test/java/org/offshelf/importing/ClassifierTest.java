package org.offshelf.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.offshelf.category.Category;
import org.offshelf.importing.Classifier.Classification;

class ClassifierTest {

    private final Classifier classifier = new Classifier(List.of(
            category("over-scope-collection", "超范围收集个人信息", "超范围收集"),
            category("unlawful-collection", "违规收集个人信息", "违规收集"),
            category("excessive-permissions", "APP强制、频繁、过度索取权限", "强制索取权限"),
            category("misleading-app-downloads", "欺骗误导用户下载APP"),
            category("disclosure", "未明示收集使用个人信息的目的、方式和范围", "未明示目的；方式", "收集"),
            category("account-cancellation")));

    static Stream<Arguments> printed() {
        return Stream.of(
                Arguments.of("违规收集个人信息", Set.of("unlawful-collection"), List.of()),
                Arguments.of("违规收集个人信息\nAPP强制、频繁、过度索取权限", Set.of("unlawful-collection", "excessive-permissions"),
                        List.of()),
                Arguments.of("违规收集个人信息、超范围收集个人信息", Set.of("unlawful-collection", "over-scope-collection"), List.of()),
                Arguments.of("超范围收集/违规收集", Set.of("over-scope-collection", "unlawful-collection"), List.of()),
                Arguments.of("违规收集个人信息；超范围收集个人信息;欺骗误导用户下载APP",
                        Set.of("unlawful-collection", "over-scope-collection", "misleading-app-downloads"), List.of()),
                // A separator inside a phrase: the longest phrase wins over any cut, alone, in front, behind and in between.
                Arguments.of("APP强制、频繁、过度索取权限", Set.of("excessive-permissions"), List.of()),
                Arguments.of("违规收集个人信息、APP强制、频繁、过度索取权限", Set.of("unlawful-collection", "excessive-permissions"),
                        List.of()),
                Arguments.of("APP强制、频繁、过度索取权限、违规收集个人信息", Set.of("unlawful-collection", "excessive-permissions"),
                        List.of()),
                Arguments.of("违规收集、APP强制、频繁、过度索取权限，未明示收集使用个人信息的目的、方式和范围。超范围收集",
                        Set.of("unlawful-collection", "excessive-permissions", "disclosure", "over-scope-collection"),
                        List.of()),
                Arguments.of("未明示目的；方式", Set.of("disclosure"), List.of()),
                // Width, case and spaces are folded.
                Arguments.of("ａｐｐ强制、频繁、过度索取权限", Set.of("excessive-permissions"), List.of()),
                Arguments.of("app强制、频繁、 过度索取权限", Set.of("excessive-permissions"), List.of()),
                Arguments.of("欺骗误导用户下载app", Set.of("misleading-app-downloads"), List.of()),
                // What nobody knows is kept and said, and the rest still counts.
                Arguments.of("没见过的问题", Set.of("unclassified"), List.of("没见过的问题")),
                Arguments.of("违规收集个人信息、没见过的问题", Set.of("unlawful-collection", "unclassified"), List.of("没见过的问题")),
                Arguments.of("没见过的问题、违规收集个人信息、另一个", Set.of("unlawful-collection", "unclassified"),
                        List.of("没见过的问题", "另一个")),
                Arguments.of("APP强制、频繁、违规收集", Set.of("unlawful-collection", "unclassified"), List.of("APP强制", "频繁")),
                Arguments.of("没见过等", Set.of("unclassified"), List.of("没见过等")),
                // Numbering, quotes, particles, and what an app or the user's information is called, tell nothing apart.
                Arguments.of("违规收集个人信息等", Set.of("unlawful-collection"), List.of()),
                Arguments.of("1.违规收集个人信息问题", Set.of("unlawful-collection"), List.of()),
                Arguments.of("（二）“违规收集”用户个人信息的行为", Set.of("unlawful-collection"), List.of()),
                Arguments.of("①违规收集用户个人信息", Set.of("unlawful-collection"), List.of()),
                Arguments.of("强制、频繁、过度索取权限", Set.of("excessive-permissions"), List.of()),
                Arguments.of("应用程序强制、频繁、过度索取权限", Set.of("excessive-permissions"), List.of()),
                Arguments.of("存在欺骗误导用户下载App情况", Set.of("misleading-app-downloads"), List.of()),
                Arguments.of("未明示收集使用个人信息目的、方式和范围", Set.of("disclosure"), List.of()),
                // Nothing between separators is nothing.
                Arguments.of("、违规收集个人信息；；\n\n。", Set.of("unlawful-collection"), List.of()),
                Arguments.of("", Set.of(), List.of()),
                Arguments.of(" \n ", Set.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void sortsWhatIsPrinted(String problem, Set<String> categories, List<String> unknown) {
        assertThat(classifier.classify(problem)).isEqualTo(new Classification(categories, unknown));
    }

    @Test
    void withoutPhrasesEverythingIsUnclassified() {
        assertThat(new Classifier(List.of()).classify("违规收集个人信息"))
                .isEqualTo(new Classification(Set.of("unclassified"), List.of("违规收集个人信息")));
    }

    private static Category category(String id, String... phrases) {
        Category category = new Category();
        category.id = id;
        category.phrases = List.of(phrases);
        return category;
    }
}
