package org.offshelf.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEvent;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.Findings;
import org.offshelf.finding.Measure;
import org.offshelf.ledger.Standing;
import org.offshelf.notice.Notice;

/**
 * Keeps the escalation of the findings of a notice that a removal order follows: whatever became known of the order later, to
 * what it would be had the order been read so in the first place.
 */
@ApplicationScoped
public class Escalations {

    private final Findings findings;

    Escalations(Findings findings) {
        this.findings = findings;
    }

    /**
     * After what the registry holds of the order has changed.
     *
     * @return the apps whose findings were touched
     */
    public Set<String> settle(Notice order) {
        Map<String, Finding> ordered = orders(order).stream()
                .collect(Collectors.toMap(one -> one.app, one -> one, (first, other) -> first, LinkedHashMap::new));
        List<Finding> escalated = new ArrayList<>(findings.list(
                "select distinct f from Finding f join f.event e where e.notice = ?1 and e.kind = ?2", order.id,
                FindingEventKind.ESCALATED));
        if (order.follows != null) {
            findings.list("notice = ?1 and app in ?2", order.follows, ordered.keySet()).stream()
                    .filter(earlier -> !escalated.contains(earlier)).forEach(escalated::add);
        }
        Set<String> touched = new TreeSet<>();
        for (Finding earlier : escalated) {
            Finding now = earlier.notice.equals(order.follows) ? ordered.get(earlier.app) : null;
            LocalDate day = now == null ? null : now.published;
            if (earlier.event.stream().anyMatch(e -> e.kind() == FindingEventKind.ESCALATED && isBy(order, e)
                    && e.happened().equals(day))) {
                continue;
            }
            earlier.event.removeIf(e -> isBy(order, e));
            if (now != null) {
                tell(earlier, now.published, order.id, source(now));
            }
            earlier.settle();
            touched.add(earlier.app);
        }
        return touched;
    }

    /** What a notice orders to be removed, as its findings say. */
    public List<Finding> orders(Notice notice) {
        return findings.list("notice = ?1 and measure = ?2 and standing = ?3 order by sequence", notice.id, Measure.REMOVE,
                Standing.CURRENT);
    }

    /** The document that says what is ordered. */
    public static String source(Finding order) {
        return order.citation.stream().map(cited -> cited.source()).sorted().findFirst().orElseThrow();
    }

    /** The order shows that the finding came to nothing. */
    static void tell(Finding earlier, LocalDate day, String order, String source) {
        earlier.happened(new FindingEvent(FindingEventKind.NOT_RECTIFIED, day, order, source, null));
        earlier.happened(new FindingEvent(FindingEventKind.ESCALATED, day, order, source, null));
    }

    private static boolean isBy(Notice order, FindingEvent event) {
        return event.kind() != FindingEventKind.RECTIFIED && order.id.equals(event.notice());
    }
}
