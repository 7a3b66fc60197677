package org.offshelf.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.ledger.Coded;
import org.offshelf.ledger.Reading;
import org.offshelf.query.DatedTables;
import org.offshelf.query.Numbers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Gathers the events of a story from the tables that hold them: one statement, whatever the length of the story. An order is
 * told once, as the listing's event; the finding of the order only says what was printed.
 */
@ApplicationScoped
class TimelineReader {

    private static final Comparator<TimelineEvent> STORY = Comparator
            .comparing(TimelineEvent::date, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(TimelineEvent::event).thenComparing(event -> String.valueOf(event.finding()))
            .thenComparing(event -> String.valueOf(event.penalty()));

    private final Session session;
    private final DatedTables dated;
    private final ObjectMapper json;

    TimelineReader(Session session, DatedTables dated, ObjectMapper json) {
        this.session = session;
        this.dated = dated;
        this.json = json;
    }

    List<TimelineEvent> read(Subject subject, String id, Reading reading) {
        String sql = String.join(" union all ", named(subject), deadlines(subject), findingEvents(subject),
                listingEvents(subject), penalties(subject), statements(subject));
        return session.createNativeQuery(dated.over(sql, reading.asOf()), Object[].class).setParameter(1, id).getResultList()
                .stream().map(this::event)
                .sorted(STORY).toList();
    }

    private static String named(Subject subject) {
        return """
                select f.published, if(n.kind = 'summons', 'summoned', 'named'), f.app_id, %s, f.notice_id, f.id, null,
                       f.store_id, null, null, null, null, f.problem, %s
                  from finding f join notice n on n.id = f.notice_id
                 where f.measure = 'rectify' and f.standing = 'current' and %s
                """.formatted(regulatorsOf("f.notice_id"), citations("finding", "f"), subject.findings);
    }

    private static String deadlines(Subject subject) {
        return """
                select f.deadline, 'deadline', f.app_id, %s, f.notice_id, f.id, null, null, null, null, null, null, null, %s
                  from finding f
                 where f.deadline is not null and f.standing = 'current' and %s
                """.formatted(regulatorsOf("f.notice_id"), citations("finding", "f"), subject.findings);
    }

    private static String findingEvents(Subject subject) {
        return """
                select e.happened, e.kind, f.app_id, %s, e.notice_id, f.id, null, null, null, null, null, null, e.note, %s
                  from finding_event e join finding f on f.id = e.finding_id
                 where e.kind <> 'escalated' and f.standing = 'current' and %s
                """.formatted(regulatorsOf("e.notice_id"), source("e.source_id"), subject.findings);
    }

    private static String listingEvents(Subject subject) {
        return """
                select e.happened, e.kind, l.app_id, %s, e.notice_id, null, l.id, l.store_id, null, null, null, null, e.note, %s
                  from listing_event e join listing l on l.id = e.listing_id
                 where l.standing = 'current' and %s
                """.formatted(regulatorsOf("e.notice_id"), source("e.source_id"), subject.listings);
    }

    private static String penalties(Subject subject) {
        return """
                select coalesce(p.announced, p.decided), if(p.kind = 'fine', 'fined', 'penalised'),
                       (select min(pa.app_id) from penalty_app pa where pa.penalty_id = p.id), json_array(p.regulator_id),
                       p.notice_id, null, null, null, p.id, p.amount, p.currency, null, p.summary, %s
                  from penalty p
                 where p.standing = 'current' and %s
                """.formatted(citations("penalty", "p"), subject.penalties);
    }

    private static String statements(Subject subject) {
        return """
                select t.made, 'answered', t.app_id, json_array(), t.notice_id, null, null, null, t.penalty_id, null, null,
                       t.id, t.summary, %s
                  from statement t
                 where t.standing = 'current' and %s
                """.formatted(citations("statement", "t"), subject.statements);
    }

    private TimelineEvent event(Object[] row) {
        return new TimelineEvent((LocalDate) row[0], Coded.of(EventKind.class, (String) row[1]), (String) row[2],
                list(row[3], new TypeReference<List<String>>() {
                }), (String) row[4], (String) row[5], (String) row[6], (String) row[7], (String) row[8],
                Numbers.plain((BigDecimal) row[9]),
                (String) row[10], (String) row[11], (String) row[12],
                list(row[13], new TypeReference<List<TimelineEvent.CitedSource>>() {
                }));
    }

    private <T> List<T> list(Object text, TypeReference<List<T>> type) {
        try {
            return text == null ? List.of() : json.readValue(text.toString(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database wrote JSON that cannot be read", e);
        }
    }

    private static String regulatorsOf(String notice) {
        return "(select json_arrayagg(nr.regulator_id order by nr.regulator_id) from notice_regulator nr where nr.notice_id = "
                + notice + ")";
    }

    private static String citations(String table, String alias) {
        return "(select json_arrayagg(" + object("nullif(c.locator, '')") + " order by s.id, c.locator) from " + table
                + "_citation c join source s on s.id = c.source_id where c." + table + "_id = " + alias + ".id)";
    }

    private static String source(String id) {
        return "(select json_array(" + object("null") + ") from source s where s.id = " + id + ")";
    }

    private static String object(String locator) {
        return "json_object('id', s.id, 'title', s.title, 'publisher', s.publisher, 'url', s.url, 'published', s.published,"
                + " 'locator', " + locator + ")";
    }
}
