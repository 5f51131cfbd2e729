package org.townloop.supply.merchant;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** The types of rooms of a house, each with a name and how many there are of it. */
@Component
public class RoomTypes {

    static final int MOST_UNITS = 1_000;
    private static final int NAME_MAX = 60;

    /** What a request wants: with the same key it is done once. */
    private record Wanted(PlaceId place, @Nullable ResourceId type, Words name, int units) {}

    private final PlaceChanges changes;
    private final Places places;
    private final Packs packs;
    private final Idempotency idempotency;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RoomTypes(
            PlaceChanges changes,
            Places places,
            Packs packs,
            Idempotency idempotency,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.changes = changes;
        this.places = places;
        this.packs = packs;
        this.idempotency = idempotency;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a type, or says anew what it is called and how many there are. Nights that were sold stay sold, also if there
     * are fewer rooms now: the desk shows them.
     *
     * @param type null for a new one
     * @param key the same one adds a type once
     * @return refused with {@link MerchantReason}
     * @throws Absent if there is no such place or type, the actor does not run it, or nobody stays overnight there
     */
    public Outcome<ResourceId> write(
            Actor actor, PlaceId place, @Nullable ResourceId type, Words name, int units, String key) {
        var kind = kind(changes.mayChange(actor, place));
        if (names(name).findAny().isEmpty() || !names(name).allMatch(text -> Written.isName(text, NAME_MAX))) {
            return Outcome.refused(Refusal.of(MerchantReason.ROOM_NAME_INVALID, "name", Map.of("max", NAME_MAX)));
        }
        if (units < 1 || units > MOST_UNITS) {
            return Outcome.refused(Refusal.of(MerchantReason.ROOM_UNITS_INVALID, "units", Map.of("max", MOST_UNITS)));
        }
        return idempotency.once(
                new Idempotency.Call(actor.person().value(), "room-type", key, new Wanted(place, type, name, units)),
                ResourceId.class,
                () -> written(place, type, kind, name, units));
    }

    private Outcome<ResourceId> written(PlaceId place, @Nullable ResourceId type, String kind, Words name, int units) {
        changes.lock(place);
        if (type == null && places.resources(place).size() >= Equipment.MOST) {
            return Outcome.refused(
                    Refusal.of(MerchantReason.TOO_MANY_RESOURCES, "name", Map.of("max", Equipment.MOST)));
        }
        var written = type == null ? insert(place, kind, name, units) : update(place, type, kind, name, units);
        changes.tell(place);
        return Outcome.done(written);
    }

    /** Rooms are the first kind of things that a trade names in which people stay overnight. */
    private String kind(Place place) {
        if (!packs.trade(place.trade()).installed()) {
            throw new Absent("rooms of " + place.trade());
        }
        var pack = packs.current(new PackId(place.trade()));
        var isLetting = pack.modes().stream().anyMatch(mode -> mode.booking() instanceof BookingMode.Stay);
        return pack.resourceKinds().stream()
                .filter(any -> isLetting)
                .map(Pack.ResourceKind::key)
                .findFirst()
                .orElseThrow(() -> new Absent("rooms of " + place.trade()));
    }

    private ResourceId insert(PlaceId place, String kind, Words name, int units) {
        var id = Ids.next(place.region(), clock.instant());
        jdbc.sql("""
            insert into merchant.resource (region_id, id, place_id, kind, name, units)
            values (?, ?, ?, ?, ?::jsonb, ?)
            """)
                .params(place.region().number(), id, place.value(), kind, json.writeValueAsString(name), units)
                .update();
        return new ResourceId(id);
    }

    private ResourceId update(PlaceId place, ResourceId type, String kind, Words name, int units) {
        var found = jdbc.sql("""
            update merchant.resource set name = ?::jsonb, units = ?
            where region_id = ? and id = ? and place_id = ? and kind = ? and left_at is null
            """)
                .params(
                        json.writeValueAsString(name),
                        units,
                        place.region().number(),
                        type.value(),
                        place.value(),
                        kind)
                .update();
        if (found == 0) {
            throw new Absent("room type " + type.value());
        }
        return type;
    }

    private static Stream<String> names(Words name) {
        return Stream.of(name.en(), name.zh()).flatMap(Stream::ofNullable).filter(text -> !text.isBlank());
    }
}
