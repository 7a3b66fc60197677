package org.offshelf.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.Transparency;

/** Writes the deadlines of findings as a calendar (RFC 5545): a whole day for each. */
final class DeadlineCalendar {

    /** What an event is made of, in this order. */
    static final List<String> FIELDS = List.of("id", "appName", "deadline", "notice", "status");

    private DeadlineCalendar() {
    }

    /**
     * @param rows the values of {@link #FIELDS}
     * @param written when the registry was written last
     */
    static String write(String base, List<Object[]> rows, Instant written) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Offshelf//Deadlines//EN");
        calendar.setName("Deadlines of findings");
        for (Object[] row : rows) {
            VEvent event = new VEvent();
            event.setUid(row[0] + "@offshelf.org");
            event.setDateTimeStamp(Date.from(written));
            event.setDateStart(day(row[2]), false);
            event.setSummary(row[1] + ": to be put right");
            event.setDescription("Named in " + row[3] + ". Stands as: " + row[4] + ".");
            event.setUrl(base + "/v1/findings/" + row[0]);
            event.setTransparency(Transparency.transparent());
            event.setClassification(Classification.public_());
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }

    /** Days have no zone; the library takes the day that an instant is on here. */
    private static Date day(Object value) {
        LocalDate day = LocalDate.parse(value.toString());
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
