package org.offshelf.ledger;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What earlier revisions changed, for those who have to undo it. */
@ApplicationScoped
public class PastChanges {

    private final Session session;

    PastChanges(Session session) {
        this.session = session;
    }

    /** The last revision that retracted the record, or merged it into another one. */
    public Optional<Long> lastRetired(RegistryRecord written) {
        return session.createNativeQuery("select max(revision) from revision_change where record_type = ?1 and record_id = ?2"
                + " and op in ('" + Op.RETRACT.code() + "', '" + Op.MERGE.code() + "')", Object.class)
                .setParameter(1, written.type()).setParameter(2, written.id).getResultList().stream().filter(r -> r != null)
                .map(revision -> ((Number) revision).longValue()).findFirst();
    }

    /** In the order in which the records were touched. */
    public List<PastChange> of(long revision) {
        return session.createNativeQuery(
                "select record_type, record_id, op, fields from revision_change where revision = ?1 order by seq",
                Object[].class)
                .setParameter(1, revision).getResultList().stream()
                .map(row -> new PastChange((String) row[0], (String) row[1], Coded.of(Op.class, (String) row[2]) == Op.RETRACT,
                        fields(row[3].toString())))
                .toList();
    }

    /** A value as the ledger writes it. */
    public static JsonNode json(Object value) {
        return Values.JSON.valueToTree(value);
    }

    private static ObjectNode fields(String text) {
        try {
            return (ObjectNode) Values.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the ledger cannot be read", e);
        }
    }

    /** @param fields each field that moved, with {@code old} and {@code new} */
    public record PastChange(String type, String id, boolean isRetraction, ObjectNode fields) {
    }
}
