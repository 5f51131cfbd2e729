package org.townloop.supply.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.merchant.Workplaces;

/**
 * Rooms that a house takes out of sale. They take their nights from the same lots as guests do, under the same lock and
 * the same constraint: what is sold cannot be closed, and what is closed cannot be sold.
 */
@Component
public class ClosedRooms {

    private static final int WHY_MAX = 200;

    /** What a request wants: with the same key it is done once. */
    private record Wanted(PlaceId place, ResourceId type, LocalDate first, LocalDate last, int rooms, String why) {}

    private final Workplaces workplaces;
    private final Places places;
    private final Regions regions;
    private final Claims claims;
    private final LotBookings lots;
    private final Idempotency idempotency;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final JdbcClient jdbc;
    private final Clock clock;

    ClosedRooms(
            Workplaces workplaces,
            Places places,
            Regions regions,
            Claims claims,
            LotBookings lots,
            Idempotency idempotency,
            EventLog events,
            ApplicationEventPublisher local,
            JdbcClient jdbc,
            Clock clock) {
        this.workplaces = workplaces;
        this.places = places;
        this.regions = regions;
        this.claims = claims;
        this.lots = lots;
        this.idempotency = idempotency;
        this.events = events;
        this.local = local;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those whose last night is that day or later, by the first night. */
    public List<ClosedRoom> at(PlaceId place, LocalDate from) {
        return jdbc.sql("""
            select id, resource_id, first_night, last_night, units, why from booking.closed_rooms
            where region_id = ? and place_id = ? and last_night >= ?
            order by first_night, id
            """)
                .params(place.region().number(), place.value(), from)
                .query((row, number) -> new ClosedRoom(
                        row.getObject("id", UUID.class),
                        new ResourceId(row.getObject("resource_id", UUID.class)),
                        row.getObject("first_night", LocalDate.class),
                        row.getObject("last_night", LocalDate.class),
                        row.getInt("units"),
                        row.getString("why")))
                .list();
    }

    /**
     * Takes rooms out of sale from the first night to the last.
     *
     * @param key the same one takes them once
     * @return refused with {@link BookingReason}: more are sold than would be left, or it is no stretch of nights
     * @throws Absent if there is no such place or type, or the actor does not run it
     */
    public Outcome<UUID> close(
            Actor actor,
            PlaceId place,
            ResourceId type,
            LocalDate first,
            LocalDate last,
            int rooms,
            String why,
            String key) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        var there = places.resources(place).stream()
                .filter(each -> each.id().equals(type))
                .findFirst()
                .orElseThrow(() -> new Absent("room type " + type.value()));
        var refusal = refusal(place, there, first, last, rooms, why);
        return refusal == null
                ? idempotency.once(
                        new Idempotency.Call(
                                actor.person().value(),
                                "close-rooms",
                                key,
                                new Wanted(place, type, first, last, rooms, why)),
                        UUID.class,
                        () -> closed(place, there, first, last, rooms, why))
                : Outcome.refused(refusal);
    }

    /**
     * Sells them again; the same key does it once.
     *
     * @throws Absent if there is nothing of that name closed there, or the actor does not run the place
     */
    public Outcome<UUID> open(Actor actor, PlaceId place, UUID id, String key) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        var call = new Idempotency.Call(actor.person().value(), "open-rooms", key, List.of(place, id));
        return idempotency.once(call, UUID.class, () -> {
            claims.lockCalendars(List.of(place));
            var gone = jdbc.sql("delete from booking.closed_rooms where region_id = ? and id = ? and place_id = ?")
                    .params(place.region().number(), id, place.value())
                    .update();
            if (gone == 0) {
                throw new Absent("closed rooms " + id);
            }
            lots.release(List.of(id));
            tell(place);
            return Outcome.done(id);
        });
    }

    private @Nullable Refusal refusal(
            PlaceId place, Resource type, LocalDate first, LocalDate last, int rooms, String why) {
        var today =
                LocalDate.ofInstant(clock.instant(), regions.get(place.region()).zone());
        if (last.isBefore(first) || first.isBefore(today) || last.isAfter(today.plusDays(Roster.YEAR))) {
            return Refusal.of(BookingReason.NIGHTS_TO_CLOSE_INVALID, "first", Map.of("days", Roster.YEAR));
        }
        if (rooms < 1 || rooms > type.units()) {
            return Refusal.of(BookingReason.ROOMS_TO_CLOSE_INVALID, "rooms", Map.of("max", type.units()));
        }
        return why.length() > WHY_MAX ? Refusal.of(BookingReason.WHY_TOO_LONG, "why", Map.of("max", WHY_MAX)) : null;
    }

    private Outcome<UUID> closed(PlaceId place, Resource type, LocalDate first, LocalDate last, int rooms, String why) {
        claims.lockCalendars(List.of(place));
        var now = clock.instant();
        var id = Ids.next(place.region(), now);
        var zone = regions.get(place.region()).zone();
        var wanted = first.datesUntil(last.plusDays(1))
                .map(night -> new LotClaim(
                        id,
                        0,
                        place,
                        new Lot(type.id().value(), night.atStartOfDay(zone).toInstant()),
                        rooms,
                        type.units(),
                        null))
                .toList();
        if (lots.take(wanted, now) instanceof Outcome.Refused<?>) {
            return Outcome.refused(Refusal.of(BookingReason.NIGHTS_ALREADY_SOLD, "rooms"));
        }
        jdbc.sql("""
            insert into booking.closed_rooms
                (region_id, id, place_id, resource_id, first_night, last_night, units, why)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(place.region().number(), id, place.value(), type.id().value(), first, last, rooms, why)
                .update();
        tell(place);
        return Outcome.done(id);
    }

    private void tell(PlaceId place) {
        var changed = new SlotsChanged(place.value());
        events.append(changed);
        local.publishEvent(changed);
    }
}
