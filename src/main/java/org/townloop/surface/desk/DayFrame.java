package org.townloop.surface.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.surface.page.Times;

/** The part of the day that is drawn: the hours in which anybody works or anything is taken. */
record DayFrame(Instant from, int marks) {

    private static final Duration MARK = Duration.ofMinutes(5);
    private static final int MARKS_OF_HOUR = 12;

    static DayFrame around(Stream<TimeSpan> working, List<Claimed> claims, LocalDate day, ZoneId zone) {
        var spans = new ArrayList<TimeSpan>();
        working.forEach(spans::add);
        claims.forEach(claim -> spans.add(claim.during()));
        if (spans.isEmpty()) {
            spans.add(new TimeSpan(
                    day.atTime(9, 0).atZone(zone).toInstant(),
                    day.atTime(18, 0).atZone(zone).toInstant()));
        }
        var midnight = day.atStartOfDay(zone).toInstant();
        var first = spans.stream().map(TimeSpan::start).min(Instant::compareTo).orElse(midnight);
        var last = spans.stream().map(TimeSpan::end).max(Instant::compareTo).orElse(midnight);
        for (var claim : claims) {
            var labelEnds = claim.during().start().plus(MARK.multipliedBy(Labels.LEAST_ROOM));
            last = labelEnds.isAfter(last) ? labelEnds : last;
        }
        var hoursBefore = Math.floorDiv(Duration.between(midnight, first).toSeconds(), 3600);
        var hoursUntil = Math.ceilDiv(Duration.between(midnight, last).toSeconds(), 3600);
        return new DayFrame(midnight.plusSeconds(hoursBefore * 3600), (int) (hoursUntil - hoursBefore) * MARKS_OF_HOUR);
    }

    List<Timeline.Hour> hours(Times times) {
        return Stream.iterate(0, mark -> mark < marks, mark -> mark + MARKS_OF_HOUR)
                .map(mark -> new Timeline.Hour(mark, times.time(from.plus(MARK.multipliedBy(mark)))))
                .toList();
    }

    Timeline.Stretch stretch(TimeSpan span) {
        var start = mark(span.start());
        return new Timeline.Stretch(start, Math.max(1, mark(span.end()) - start));
    }

    /** What of the picture lies outside of all these spans, which are in order and apart. */
    List<Timeline.Stretch> outside(List<TimeSpan> spans) {
        var outside = new ArrayList<Timeline.Stretch>();
        var done = 0;
        for (var span : spans) {
            if (mark(span.start()) > done) {
                outside.add(new Timeline.Stretch(done, mark(span.start()) - done));
            }
            done = Math.max(done, mark(span.end()));
        }
        if (done < marks) {
            outside.add(new Timeline.Stretch(done, marks - done));
        }
        return outside;
    }

    @Nullable
    Double share(Instant now) {
        var seconds = Duration.between(from, now).toSeconds();
        var whole = MARK.multipliedBy(marks).toSeconds();
        return seconds < 0 || seconds > whole ? null : (double) seconds / whole;
    }

    private int mark(Instant instant) {
        return (int) Math.clamp(Duration.between(from, instant).dividedBy(MARK), 0, marks);
    }
}
