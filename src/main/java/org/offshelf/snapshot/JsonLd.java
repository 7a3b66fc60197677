package org.offshelf.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.offshelf.query.Licence;

/**
 * Describes snapshots as linked data: in the vocabulary of data catalogues, DCAT, and in that of search engines, schema.org.
 */
final class JsonLd {

    static final String MEDIA_TYPE = "application/ld+json";
    static final String DCAT_FILE = "dcat.jsonld";
    static final String DATASET_FILE = "dataset.jsonld";

    /** From the path of a file or page to where it is: relative in a snapshot, which may be copied, absolute in an answer. */
    private final UnaryOperator<String> url;

    JsonLd(UnaryOperator<String> url) {
        this.url = url;
    }

    /** A file beside this one. */
    static JsonLd within(Manifest manifest) {
        String folder = SnapshotPaths.file(manifest.revision(), "");
        return new JsonLd(path -> path.startsWith(folder) ? path.substring(folder.length()) : path);
    }

    /** One snapshot, as {@code dcat:Dataset}. */
    Map<String, Object> dcat(Manifest manifest) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@context", dcatContext());
        dataset.putAll(dcatVersion(manifest));
        dataset.put("dcat:distribution", distributed(manifest).stream().map(this::dcatFile).toList());
        return dataset;
    }

    /** The data set as it goes on, with all its versions; the latest with its files. */
    Map<String, Object> dcat(Manifest latest, List<Long> revisions) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@context", dcatContext());
        dataset.put("@id", url.apply(SnapshotPaths.DCAT));
        dataset.put("@type", "dcat:Dataset");
        dcatDescription(dataset);
        dataset.put("dct:accrualPeriodicity", id("http://publications.europa.eu/resource/authority/frequency/DAILY"));
        dataset.put("dct:modified", typed(latest.written().toString(), "xsd:dateTime"));
        dataset.put("dcat:hasCurrentVersion", id(url.apply(SnapshotPaths.of(latest.revision()))));
        dataset.put("dcat:hasVersion", revisions.stream().map(revision -> id(url.apply(SnapshotPaths.of(revision)))).toList());
        dataset.put("dcat:distribution", distributed(latest).stream().map(this::dcatFile).toList());
        return dataset;
    }

    private Map<String, Object> dcatVersion(Manifest manifest) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@id", url.apply(SnapshotPaths.of(manifest.revision())));
        dataset.put("@type", "dcat:Dataset");
        dcatDescription(dataset);
        dataset.put("dcat:version", Long.toString(manifest.revision()));
        dataset.put("dct:issued", typed(manifest.written().toString(), "xsd:dateTime"));
        dataset.put("dcat:isVersionOf", id(url.apply(SnapshotPaths.DCAT)));
        if (manifest.previous() != null) {
            dataset.put("dcat:previousVersion", id(url.apply(SnapshotPaths.of(manifest.previous().revision()))));
        }
        return dataset;
    }

    private static void dcatDescription(Map<String, Object> dataset) {
        dataset.put("dct:title", About.TITLE);
        dataset.put("dct:description", About.DESCRIPTION);
        dataset.put("dcat:keyword", About.KEYWORDS);
        dataset.put("dct:license", id(Licence.URL));
        dataset.put("dct:language",
                List.of(id("http://publications.europa.eu/resource/authority/language/ZHO"),
                        id("http://publications.europa.eu/resource/authority/language/ENG")));
        dataset.put("dct:spatial", id("http://publications.europa.eu/resource/authority/country/CHN"));
        dataset.put("dct:publisher", Map.of("@id", About.HOMEPAGE, "@type", "foaf:Organization", "foaf:name", About.NAME));
        dataset.put("dcat:landingPage", id(About.HOMEPAGE));
    }

    private Map<String, Object> dcatFile(FileEntry file) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dct:title", file.name());
        distribution.put("dct:license", id(Licence.URL));
        distribution.put("dcat:accessURL", id(url.apply(file.href())));
        distribution.put("dcat:downloadURL", id(url.apply(file.href())));
        distribution.put("dcat:mediaType",
                id("https://www.iana.org/assignments/media-types/" + unpacked(file)));
        if (file.compression() != null) {
            distribution.put("dcat:compressFormat", id("https://www.iana.org/assignments/media-types/" + file.mediaType()));
        }
        distribution.put("dcat:byteSize", typed(Long.toString(file.bytes()), "xsd:nonNegativeInteger"));
        distribution.put("spdx:checksum", Map.of("@type", "spdx:Checksum", "spdx:algorithm",
                id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"), "spdx:checksumValue", file.sha256()));
        return distribution;
    }

    private static Map<String, Object> dcatContext() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("spdx", "http://spdx.org/rdf/terms#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }

    /** A snapshot as search engines for data sets want it; under the address that stays, unless it is one of many. */
    Map<String, Object> dataset(Manifest manifest, String page) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@context", "https://schema.org/");
        dataset.put("@type", "Dataset");
        dataset.put("@id", url.apply(page));
        dataset.put("url", url.apply(page));
        dataset.put("name", About.TITLE);
        dataset.put("description", About.DESCRIPTION);
        dataset.put("keywords", About.KEYWORDS);
        dataset.put("license", Licence.URL);
        dataset.put("isAccessibleForFree", true);
        dataset.put("inLanguage", List.of("zh", "en"));
        dataset.put("spatialCoverage", "China");
        dataset.put("creator", Map.of("@type", "Organization", "name", About.NAME, "url", About.HOMEPAGE));
        dataset.put("version", Long.toString(manifest.revision()));
        dataset.put("datePublished", manifest.written().toString());
        dataset.put("dateModified", manifest.at().toString());
        dataset.put("distribution", distributed(manifest).stream().map(this::download).toList());
        return dataset;
    }

    private Map<String, Object> download(FileEntry file) {
        Map<String, Object> download = new LinkedHashMap<>();
        download.put("@type", "DataDownload");
        download.put("name", file.name());
        download.put("contentUrl", url.apply(file.href()));
        List<String> formats = new ArrayList<>(List.of(unpacked(file)));
        if (file.compression() != null) {
            formats.add(file.mediaType());
        }
        download.put("encodingFormat", formats);
        download.put("contentSize", file.bytes() + " B");
        download.put("sha256", file.sha256());
        return download;
    }

    /** What people take: not what only mirrors need. */
    private static List<FileEntry> distributed(Manifest manifest) {
        return manifest.files().stream().filter(file -> file.content() == Content.CURRENT).toList();
    }

    private static String unpacked(FileEntry file) {
        return switch (file.format()) {
            case "ndjson" -> "application/x-ndjson";
            case "csv" -> "text/csv";
            default -> file.mediaType();
        };
    }

    private static Map<String, Object> id(String iri) {
        return Map.of("@id", iri);
    }

    private static Map<String, Object> typed(String value, String type) {
        Map<String, Object> literal = new LinkedHashMap<>();
        literal.put("@value", value);
        literal.put("@type", type);
        return literal;
    }
}
