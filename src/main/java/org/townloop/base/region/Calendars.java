package org.townloop.base.region;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.kernel.RegionId;

/** Which holidays each region lives by: its own calendar, or that of the nearest region above that has one. */
@Component
public class Calendars implements EventConsumer {

    /** Of a region that lives by no calendar although the one above does. */
    public static final String NO_CALENDAR = "none";

    private record Known(Map<String, HolidayCalendar> calendars, Map<RegionId, Optional<String>> own) {}

    private final HolidayRows rows;
    private final Regions regions;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Known known;

    Calendars(HolidayRows rows, Regions regions) {
        this.rows = rows;
        this.regions = regions;
    }

    /** The one that the region lives by; {@link HolidayCalendar#NONE} if it lives by none. */
    public HolidayCalendar of(RegionId region) {
        for (var here = regions.find(region); here.isPresent(); here = above(here.get())) {
            var code = chosenBy(here.get().id());
            if (code.isPresent()) {
                return code.get().equals(NO_CALENDAR) ? HolidayCalendar.NONE : get(code.get());
            }
        }
        return HolidayCalendar.NONE;
    }

    /** By its code; one without a day if there is none of that code yet. */
    public HolidayCalendar get(String code) {
        var calendar = known().calendars.get(code);
        return calendar == null ? HolidayCalendar.of(code, Set.of(), List.of()) : calendar;
    }

    /** What the region says of itself; empty if it inherits. */
    public Optional<String> chosenBy(RegionId region) {
        var own = known().own.get(region);
        // it may have been made since
        return own == null ? read().own.getOrDefault(region, Optional.empty()) : own;
    }

    /** The codes of those that have any year. */
    public List<String> codes() {
        return List.copyOf(known().calendars.keySet());
    }

    /** The regions that live by the calendar. */
    public Set<RegionId> livingBy(String code) {
        return regions.all().stream()
                .map(Region::id)
                .filter(region -> of(region).code().equals(code))
                .collect(Collectors.toSet());
    }

    /** Reads the tables again. */
    public void reload() {
        changes.incrementAndGet();
        known = null;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(HolidaysChanged changed) {
        reload();
    }

    @Override
    public String name() {
        return "calendars";
    }

    @Override
    public Set<String> types() {
        return Set.of(HolidaysChanged.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        reload();
    }

    @Override
    public boolean durable() {
        return false;
    }

    private Optional<Region> above(Region region) {
        var parent = region.parent();
        return parent == null ? Optional.empty() : regions.find(parent);
    }

    /** What was changed while it was read is not kept. */
    private Known read() {
        var began = changes.get();
        var read = new Known(rows.calendars(), rows.own());
        if (changes.get() == began) {
            known = read;
        }
        return read;
    }

    private Known known() {
        var now = known;
        return now == null ? read() : now;
    }
}
