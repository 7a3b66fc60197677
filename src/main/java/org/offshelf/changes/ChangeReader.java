package org.offshelf.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.offshelf.ledger.ChangeLine;
import org.offshelf.ledger.ChangeLog;
import org.offshelf.ledger.Position;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.Selection;
import org.offshelf.query.RecordFilter;
import org.offshelf.query.RecordFilters;

/**
 * Reads the ledger part by part. A filter by a record's own fields lets a change pass if the collection, with that filter,
 * listed the record at the revision of the change or at the one before: so whoever follows a filter sees records enter and
 * leave. Deadlines are judged on the day of the change.
 */
@ApplicationScoped
class ChangeReader {

    private static final int CHUNK = 500;
    /** So many revisions are looked at for one part at most; the rest is for the next. */
    private static final int MOST_REVISIONS = 500;

    private final Readings readings;
    private final ChangeLog log;
    private final RecordFilters filters;
    private final int mostLines;

    /** @param mostLines so many are looked at for one part at most, too, however few of them are meant */
    ChangeReader(Readings readings, ChangeLog log, RecordFilters filters,
            @ConfigProperty(name = "offshelf.changes.most-lines", defaultValue = "50000") int mostLines) {
        this.readings = readings;
        this.log = log;
        this.filters = filters;
        this.mostLines = mostLines;
    }

    /**
     * To be called outside of a reading.
     *
     * @param until the last revision; it must exist
     * @param limit at most so many lines, at least 1
     */
    Slice read(ChangeFilter filter, Position after, long until, int limit) {
        if (after.complete() >= until) {
            return new Slice(List.of(), after, false);
        }
        return filter.records() == null ? next(filter, after, until, limit) : search(filter, after, until, limit);
    }

    private Slice search(ChangeFilter filter, Position after, long until, int limit) {
        List<ChangeLine> found = new ArrayList<>();
        Position position = after;
        int lines = 0;
        int revisions = 0;
        while (true) {
            Slice chunk = next(filter, position, until, CHUNK);
            Map<Long, List<ChangeLine>> byRevision = new LinkedHashMap<>();
            chunk.lines().forEach(line -> byRevision.computeIfAbsent(line.revision(), any -> new ArrayList<>()).add(line));
            byRevision.values().forEach(some -> found.addAll(listed(filter.records(), some)));
            lines += chunk.lines().size();
            revisions += byRevision.size();
            position = chunk.end();
            if (found.size() > limit) {
                return cut(found, limit, until);
            }
            if (!chunk.hasMore() || lines >= mostLines || chunk.lines().size() < CHUNK || revisions >= MOST_REVISIONS) {
                return new Slice(found, position, chunk.hasMore());
            }
        }
    }

    /** Only a record's own lines are found by an index; what is said of others is looked for among all. */
    private Slice next(ChangeFilter filter, Position after, long until, int limit) {
        boolean isSearch = filter.selection().ids().isEmpty() && !filter.selection().equals(Selection.ALL);
        return readings.current(reading -> {
            Position end = isSearch ? log.further(after, until, mostLines) : Position.endOf(until);
            List<ChangeLine> lines = log.after(after, end, filter.selection(), limit + 1);
            return lines.size() > limit || end.seq() == Position.END ? cut(lines, limit, until) : new Slice(lines, end, true);
        });
    }

    /** @param lines one more than the limit, if there is one */
    private static Slice cut(List<ChangeLine> lines, int limit, long until) {
        if (lines.size() <= limit) {
            return new Slice(lines, Position.endOf(until), false);
        }
        ChangeLine last = lines.get(limit - 1);
        boolean isLastOfRevision = lines.get(limit).revision() != last.revision();
        return new Slice(lines.subList(0, limit), isLastOfRevision ? Position.endOf(last.revision()) : last.position(), true);
    }

    /** @param lines of one revision */
    private List<ChangeLine> listed(RecordFilter filter, List<ChangeLine> lines) {
        long revision = lines.get(0).revision();
        LocalDate day = lines.get(0).at().atZone(Readings.ZONE).toLocalDate();
        Set<String> ids = new HashSet<>();
        lines.forEach(line -> ids.add(line.id()));
        Set<String> listed = new HashSet<>(listed(filter, ids, revision, day));
        ids.removeAll(listed);
        listed.addAll(listed(filter, ids, revision - 1, day));
        return lines.stream().filter(line -> listed.contains(line.id())).toList();
    }

    private Set<String> listed(RecordFilter filter, Collection<String> ids, long revision, LocalDate day) {
        return ids.isEmpty() ? Set.of()
                : readings.at(revision, day, reading -> filters.listed(filter, ids, reading)).orElse(Set.of());
    }
}
