package org.offshelf.snapshot;

import java.util.stream.Collectors;

import org.offshelf.query.Licence;

/** The page about the data set, for people and for the crawlers of search engines, which read the JSON-LD in it. */
final class DatasetPage {

    private DatasetPage() {
    }

    static String of(Manifest latest, String jsonLd) {
        String files = latest.files().stream().filter(file -> file.content() == Content.CURRENT)
                .map(file -> "<tr><td><a href=\"%s\">%s</a></td><td>%d rows</td><td>%d bytes</td></tr>"
                        .formatted(file.href(), file.name(), file.rows(), file.bytes()))
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <meta name="description" content="%s">
                <script type="application/ld+json">
                %s
                </script>
                </head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                <p>Revision %d of %s, under <a href="%s">%s</a>. <a href="%s">All snapshots</a>, <a href="/v1">the API</a>.</p>
                <table>
                %s
                </table>
                </body>
                </html>
                """.formatted(About.TITLE, About.DESCRIPTION, jsonLd.replace("<", "\\u003c"), About.TITLE, About.DESCRIPTION,
                latest.revision(), latest.day(), Licence.URL, Licence.NAME, SnapshotPaths.ALL, files);
    }
}
