package org.townloop.supply.merchant;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a place brings what it sells, and when it can be fetched. Amounts are in minor units of the region's currency.
 *
 * @param windows of the week
 * @param rings how far it goes and for how much, the nearest first; none if it does not go anywhere
 * @param leastMinor what the goods of an order must come to for it to go anywhere
 * @param freeFromMinor from what goods on it goes for nothing; null for never
 * @param pickUp whether residents may fetch their orders at the place, for nothing
 */
public record DeliverySettings(
        List<Window> windows,
        List<Ring> rings,
        long leastMinor,
        @Nullable Long freeFromMinor,
        boolean pickUp) {

    private static final Comparator<Window> BY_TIME =
            Comparator.comparing(Window::day).thenComparing(Window::from).thenComparing(Window::to);

    public static final DeliverySettings NONE = new DeliverySettings(List.of(), List.of(), 0, null, false);

    /**
     * A window of every week, by the place's clock.
     *
     * @param orders how many orders one round can carry, at least 1
     * @param closesMinutesBefore until how long before its beginning it can be ordered for
     */
    public record Window(DayOfWeek day, LocalTime from, LocalTime to, int orders, int closesMinutesBefore) {}

    /** @param withinMetres from the place, as the crow flies */
    public record Ring(int withinMetres, long feeMinor) {}

    /**
     * A window on a day.
     *
     * @param closesAt until when it can be ordered for
     */
    public record Opening(Instant start, Instant end, Instant closesAt, int orders) {

        public boolean isOpenAt(Instant now) {
            return now.isBefore(closesAt);
        }
    }

    public DeliverySettings {
        windows = windows.stream().sorted(BY_TIME).toList();
        rings = rings.stream().sorted(Comparator.comparing(Ring::withinMetres)).toList();
    }

    /** The ring in which that is; nothing if it is further than they go. */
    public Optional<Ring> ring(double metres) {
        return rings.stream().filter(ring -> metres <= ring.withinMetres()).findFirst();
    }

    /** How far they go; 0 if not at all. */
    public int farthestMetres() {
        return rings.isEmpty() ? 0 : rings.getLast().withinMetres();
    }

    /** What bringing so much so far costs; nothing if they do not go there. */
    public Optional<Long> feeMinor(double metres, long goodsMinor) {
        return ring(metres).map(ring -> freeFromMinor != null && goodsMinor >= freeFromMinor ? 0L : ring.feeMinor());
    }

    /** The windows of those days, both included, in order. One that the clock's change leaves nothing of is left out. */
    public List<Opening> between(ZoneId zone, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> on(zone, day))
                .sorted(Comparator.comparing(Opening::start))
                .toList();
    }

    /** The window that begins then. */
    public Optional<Opening> at(ZoneId zone, Instant start) {
        var day = LocalDate.ofInstant(start, zone);
        return on(zone, day).filter(opening -> opening.start().equals(start)).findFirst();
    }

    private Stream<Opening> on(ZoneId zone, LocalDate day) {
        return windows.stream()
                .filter(window -> window.day() == day.getDayOfWeek())
                .map(window -> opening(zone, day, window))
                .filter(opening -> opening.end().isAfter(opening.start()));
    }

    private static Opening opening(ZoneId zone, LocalDate day, Window window) {
        var start = day.atTime(window.from()).atZone(zone).toInstant();
        return new Opening(
                start,
                day.atTime(window.to()).atZone(zone).toInstant(),
                start.minusSeconds(60L * window.closesMinutesBefore()),
                window.orders());
    }
}
