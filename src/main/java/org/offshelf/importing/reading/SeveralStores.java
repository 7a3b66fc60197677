package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;

/** A cell may hold several stores or versions, one on each line: each is a row of its own. A name that was wrapped is not. */
final class SeveralStores {

    private SeveralStores() {
    }

    /** Store and version of each row. */
    static List<String[]> split(String store, String version) {
        List<String> stores = Texts.lines(store);
        List<String> versions = Texts.lines(version);
        boolean severalStores = stores.size() > 1 && stores.stream().allMatch(Content::isStore);
        boolean severalVersions = versions.size() > 1 && versions.stream().allMatch(SeveralStores::isWhole);
        if (severalStores && severalVersions && stores.size() == versions.size()) {
            List<String[]> lines = new ArrayList<>();
            for (int i = 0; i < stores.size(); i++) {
                lines.add(new String[] { stores.get(i), versions.get(i) });
            }
            return lines;
        }
        if (severalStores && !severalVersions) {
            return stores.stream().map(each -> new String[] { each, Texts.oneLine(version) }).toList();
        }
        if (severalVersions && !severalStores) {
            return versions.stream().map(each -> new String[] { Texts.oneLine(store), each }).toList();
        }
        return List.<String[]> of(new String[] { Texts.oneLine(store), Texts.oneLine(version) });
    }

    private static boolean isWhole(String version) {
        return Content.isVersion(version) && version.contains(".") && !version.endsWith(".") && !version.startsWith(".");
    }
}
