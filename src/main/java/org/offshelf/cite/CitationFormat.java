package org.offshelf.cite;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.MediaType;

import org.offshelf.query.format.Representation;

/** The forms that reference managers read. */
enum CitationFormat implements Representation {
    CSL("application/vnd.citationstyles.csl+json"),
    BIBTEX("application/x-bibtex;charset=utf-8"),
    RIS("application/x-research-info-systems;charset=utf-8");

    private final MediaType mediaType;

    CitationFormat(String mediaType) {
        this.mediaType = MediaType.valueOf(mediaType);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public MediaType mediaType() {
        return mediaType;
    }

    /** @return what is sent: a text, or what is written as JSON */
    Object write(Entry entry) {
        return switch (this) {
            // The schema of CSL-JSON knows lists only.
            case CSL -> List.of(CslItem.of(entry));
            case BIBTEX -> BibTex.write(entry);
            case RIS -> Ris.write(entry);
        };
    }
}
