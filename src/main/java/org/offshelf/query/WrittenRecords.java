package org.offshelf.query;

import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.format.Format;

/** What a write needs of the reading side: the record its path means, and the answer that shows what became of it. */
@ApplicationScoped
public class WrittenRecords {

    private final Readings readings;
    private final RowReader rows;
    private final CanonicalIds canonicalIds;
    private final Envelopes envelopes;

    WrittenRecords(Readings readings, RowReader rows, CanonicalIds canonicalIds, Envelopes envelopes) {
        this.readings = readings;
        this.rows = rows;
        this.canonicalIds = canonicalIds;
        this.envelopes = envelopes;
    }

    /**
     * Lets pass the id of a current record; otherwise the request ends with 308, 404 or 410.
     *
     * @param request where a record that was merged is asked for again
     */
    public void requireCurrent(CollectionSchema schema, String id, URI request) {
        canonicalIds.requireCanonical(schema, id, new Links(request));
    }

    /** Lets pass the id of a record, whatever its standing; otherwise the request ends with 404. */
    public void requireKnown(CollectionSchema schema, String id) {
        canonicalIds.requireKnown(schema, id);
    }

    public static String path(CollectionSchema schema, String id) {
        return "/v1/" + schema.name() + "/" + id;
    }

    /** The tag that the record has for those who get it today, at the revision. */
    public String etag(CollectionSchema schema, String id, long revision) {
        return Revalidation.etag(new Reading(revision, readings.today()), Format.JSON, path(schema, id));
    }

    /**
     * The record as it stands at the revision; one that was retracted or merged says so.
     *
     * @param notes what else there is to say; shown as {@code notes}, if any
     */
    public Response answer(CollectionSchema schema, String id, long revision, int status, List<String> notes) {
        return readings.at(revision, readings.today(), reading -> {
            ListQuery query = ListQuery.whole(schema);
            Row row = rows.byId(query, Context.of(query.language(), reading), Set.of(id)).get(id).row();
            return Response.fromResponse(envelopes.written(query, row, notes)).status(status)
                    .header(HttpHeaders.ETAG, etag(schema, id, revision)).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }).orElseThrow(() -> new IllegalStateException("There is no revision " + revision));
    }
}
