package org.offshelf.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small whole data set, damaged in one place after the other. */
class DataSetReaderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        SmallDataSet.write(folder);
    }

    @Test
    void aWholeSetIsReadInTheOrderOfItsManifest() {
        DataSet dataSet = read();
        assertThat(dataSet.manifest().name()).isEqualTo("Small");
        assertThat(dataSet.files()).extracting(DataSet.File::name).containsExactlyElementsOf(dataSet.manifest().files());
        assertThat(dataSet.contents(Entries.NoticeEntry.class)).extracting(Entries.NoticeEntry::id)
                .containsExactly("one-1", "one-2-removal");
        assertThat(dataSet.files().get(0).sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void theBundledSetIsWhole() {
        DataSet bundled = new DataSetReader(DataSetReader.Location.bundled()).read();
        assertThat(bundled.contents(Entries.NoticeEntry.class)).hasSizeGreaterThan(100);
        assertThat(bundled.manifest().files()).doesNotHaveDuplicates().hasSameSizeAs(bundled.files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "sources.yaml | key: law | language: zh | sources.yaml, entry 1: `key` is missing",
            "sources.yaml | kind: law | kind: statute | sources.yaml, line 4, sources, entry 1, kind: `statute` is none of [official, repost, press, law, website]",
            "sources.yaml | title: The Law | titel: The Law | sources.yaml, sources, entry 1, titel: there is no such key here, only [key, kind, language, published, publisher, retrieved, sha256, title, url]",
            "sources.yaml | published: 2021-08-20 | published: 2021-02-30 | sources.yaml, line 6, sources, entry 1, published: ",
            "sources.yaml | published: 2021-08-20 | published: August | sources.yaml, line 6, sources, entry 1, published: ",
            "sources.yaml | key: law | key: page | sources.yaml, entry 2: `key` `page` is there twice",
            "sources.yaml | sources: | \"sources: [\" | sources.yaml, line ",
            "regulators.yaml | level: national | level: galactic | regulators.yaml, line 5, regulators, entry 1, level: `galactic` is none of [national, provincial, municipal, county]",
            "regulators.yaml | parent: one | parent: three | regulators.yaml, entry 2: `parent` names `three`, which no file before this one has",
            "regulators.yaml | id: two | id: one | regulators.yaml, entry 2: `id` `one` is there twice",
            "regulators.yaml | source: page | source: nowhere | regulators.yaml, entry 1: `cites` names `nowhere`, which no file before this one has",
            "regulators.yaml | \"cites: [{source: page}]\" | \"cites: []\" | regulators.yaml, entry 1: cites no source",
            "stores.yaml | nameZh: 商店 | nameEn: Store | stores.yaml, entry 1: `nameZh` is missing",
            "categories.yaml | parent: group | parent: leaf2 | categories.yaml, entry 2: `parent` names `leaf2`, which no file before this one has",
            "notices/one-1.yaml | \"regulators: [one]\" | \"regulators: [none]\" | notices/one-1.yaml: `regulators` names `none`, which no file before this one has",
            "notices/one-1.yaml | \"regulators: [one]\" | \"regulators: []\" | notices/one-1.yaml: names no regulator",
            "notices/one-1.yaml | kind: violation-notice | kind: rumour | notices/one-1.yaml, line 3, kind: `rumour` is none of [violation-notice, removal-order, penalty-decision, summons]",
            "notices/one-1.yaml | \"cites: [{source: page}]\" | \"\" | notices/one-1.yaml: cites no source",
            "notices/one-1.yaml | \"deadline: 2021-11-09\" | \"deadline: 2021-11-31\" | notices/one-1.yaml, line 7, deadline: ",
            "notices/one-1.yaml | \"id: one-1\" | \"id: one-1\\nid: one-3\" | notices/one-1.yaml, line ",
            "notices/one-1.yaml | \"app: 甲\" | \"version: 甲\" | notices/one-1.yaml, finding 1: `app` is missing",
            "notices/one-1.yaml | \"app: 乙\" | \"app: ''\" | notices/one-1.yaml, finding 2: `app` is missing",
            "notices/one-1.yaml | \"row: 2\" | \"row: two\" | notices/one-1.yaml, line 12, findings, entry 2, row: ",
            "notices/one-1.yaml | \"reading: parsed\" | \"\" | notices/one-1.yaml, finding 1: `reading` is missing",
            "notices/one-2-removal.yaml | \"follows: one-1\" | \"follows: one-9\" | notices/one-2-removal.yaml: `follows` names `one-9`, which no file before this one has",
            "notices/one-2-removal.yaml | \"id: one-2-removal\" | \"id: one-1\" | notices/one-2-removal.yaml: `id` `one-1` is there twice",
            "penalties.yaml | \"currency: CNY\" | \"\" | penalties.yaml, entry 1: an amount without a currency",
            "penalties.yaml | \"amount: 1500\" | \"amount: much\" | penalties.yaml, line 6, penalties, entry 1, amount: ",
            "penalties.yaml | \"notice: one-1\" | \"notice: one-7\" | penalties.yaml, entry 1: `notice` names `one-7`, which no file before this one has",
            "statements.yaml | \"about: fine-1\" | \"about: fine-2\" | statements.yaml, entry 1: `about` names neither a penalty nor a notice of this data set: `fine-2`",
            "observations.yaml | \"event: removed\" | \"event: vanished\" | observations.yaml, line 4, observations, entry 1, event: `vanished` is none of [removal-ordered, removed, restored]",
            "observations.yaml | \"store: shop\" | \"store: shoq\" | observations.yaml, entry 1: `store` names `shoq`, which no file before this one has",
            "dataset.yaml | \"- stores.yaml\" | \"- shops.yaml\" | dataset.yaml: a data set has no file `shops.yaml`",
            "dataset.yaml | \"- notices/one-1.yaml\" | \"- notices/one-5.yaml\" | notices/one-5.yaml: the file is missing",
            "dataset.yaml | \"files:\" | \"fils:\" | dataset.yaml, fils: there is no such key here, only [description, files, licence, name, version]"
    })
    void aDamagedSetIsRefusedWithFileAndRow(String file, String found, String damage, String fault) throws IOException {
        Path damaged = folder.resolve(file);
        String content = Files.readString(damaged);
        assertThat(content).contains(found);
        int at = content.indexOf(found);
        Files.writeString(damaged, content.substring(0, at) + (damage == null ? "" : damage.replace("\\n", "\n"))
                + content.substring(at + found.length()));
        assertThatThrownBy(this::read).isInstanceOf(DataSetException.class)
                .hasMessageStartingWith("The data set is damaged; nothing of it was loaded:\n  ")
                .satisfies(refused -> assertThat(refused.getMessage().lines().skip(1).map(String::strip))
                        .anyMatch(line -> line.startsWith(fault)));
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnce() throws IOException {
        Files.delete(folder.resolve("stores.yaml"));
        Files.writeString(folder.resolve("categories.yaml"), "version: [");
        assertThatThrownBy(this::read).hasMessageContainingAll("stores.yaml: the file is missing", "categories.yaml, line 1");
    }

    @Test
    void anEmptyFileIsAFault() throws IOException {
        for (String file : List.of("dataset.yaml", "sources.yaml", "notices/one-1.yaml", "observations.yaml")) {
            SmallDataSet.write(folder);
            Files.writeString(folder.resolve(file), "");
            assertThatThrownBy(this::read).as(file).isInstanceOf(DataSetException.class).hasMessageContaining(file);
        }
    }

    @Test
    void aFolderWithoutAManifestIsNoDataSet() throws IOException {
        Files.delete(folder.resolve("dataset.yaml"));
        assertThatThrownBy(this::read).isInstanceOf(DataSetException.class)
                .hasMessageContaining("dataset.yaml: the file is missing");
    }

    private DataSet read() {
        return new DataSetReader(DataSetReader.Location.folder(folder)).read();
    }
}
