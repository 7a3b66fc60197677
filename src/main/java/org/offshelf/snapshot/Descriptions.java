package org.offshelf.snapshot;

import java.io.IOException;

import org.offshelf.query.Licence;

/** The files of a snapshot that say what it is, to people, to tools and to catalogues. */
final class Descriptions {

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";

    private Descriptions() {
    }

    /** @param manifest of all files with records */
    static void write(Manifest manifest, FileWriter files) throws IOException {
        JsonLd linked = JsonLd.within(manifest);
        files.description("README.md", "text", "text/markdown", readme(manifest));
        files.description("LICENSE.txt", "text", TEXT, licence(manifest));
        files.description("CITATION.cff", "text", "application/yaml", citation(manifest));
        files.description(DataPackage.FILE, "json", JSON, SnapshotJson.text(DataPackage.of(manifest)));
        files.description(JsonLd.DCAT_FILE, "json", JsonLd.MEDIA_TYPE, SnapshotJson.text(linked.dcat(manifest)));
        files.description(JsonLd.DATASET_FILE, "json", JsonLd.MEDIA_TYPE,
                SnapshotJson.text(linked.dataset(manifest, SnapshotPaths.of(manifest.revision()))));
    }

    private static String readme(Manifest manifest) {
        return """
                # %s

                %s

                This is the registry as it stood at revision %d, made %s. It never changes. Deadlines are judged on %s.

                | file | what it holds |
                |---|---|
                | `manifest.json` | all files with rows, bytes and SHA-256, and the snapshot before this one |
                | `{collection}.ndjson.gz` | the records, one JSON object a line, in the order of their ids: unpacked, to the byte \
                what `/v1/{collection}?format=ndjson&sort=id&revision=%d` answers |
                | `{collection}.csv.gz` | the same as a table (RFC 4180, UTF-8); several values are joined with `;` |
                | `{collection}.parquet` | the same as Parquet: days are DATE, amounts DECIMAL, several values lists |
                | `{collection}.retired.ndjson.gz` | records that were retracted or merged, with `standing`, `standingReason` \
                and `successor` |
                | `{collection}.changed.ndjson.gz`, `{collection}.gone.ndjson.gz` | what is not as in the snapshot before, whole: \
                take each row of the first for the current record of that id, each row of the second for the retired one; no \
                record ever goes altogether |
                | `datapackage.json` | the types and keys of the tables (https://datapackage.org) |
                | `dcat.jsonld`, `dataset.jsonld` | for catalogues and search engines |

                Licence: %s, %s. Cite the sources that each record names.
                """
                .formatted(About.TITLE, About.DESCRIPTION, manifest.revision(), manifest.at(), manifest.day(),
                        manifest.revision(), Licence.NAME, Licence.URL);
    }

    private static String licence(Manifest manifest) {
        return """
                The data is licensed under %s: %s

                You may share and adapt it for any purpose, if you give credit, link to the licence and say what you changed:
                %s, revision %d, %s
                """.formatted(Licence.NAME, Licence.URL, About.TITLE, manifest.revision(), About.HOMEPAGE);
    }

    private static String citation(Manifest manifest) {
        return """
                cff-version: 1.2.0
                message: If you use this data set, please cite it as below, and the sources that each record names.
                type: dataset
                title: "%s"
                authors:
                - name: %s
                version: "%d"
                date-released: %s
                license: %s
                url: %s
                """.formatted(About.TITLE, About.NAME, manifest.revision(), manifest.written().toString().substring(0, 10),
                Licence.NAME, About.HOMEPAGE);
    }
}
