package org.townloop.supply.merchant;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** How places bring what they sell. */
@Component
public class DeliveryBook {

    private final PlaceChanges changes;
    private final Packs packs;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DeliveryBook(PlaceChanges changes, Packs packs, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.changes = changes;
        this.packs = packs;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** As it stands now; {@link DeliverySettings#NONE} if the place never said anything. */
    public DeliverySettings of(PlaceId place) {
        return of(List.of(place)).getOrDefault(place, DeliverySettings.NONE);
    }

    /** Those of the places that have said something. */
    public Map<PlaceId, DeliverySettings> of(Collection<PlaceId> places) {
        return jdbc
                .sql("select place_id, settings from merchant.delivery where region_id = any (?) and place_id = any"
                        + " (?)")
                .params(
                        places.stream()
                                .map(place -> place.region().number())
                                .distinct()
                                .toArray(Integer[]::new),
                        places.stream().map(PlaceId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new PlaceId(row.getObject("place_id", UUID.class)),
                        json.readValue(row.getString("settings"), DeliverySettings.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether a place of that trade sells by the window. */
    public boolean isFor(String trade) {
        return packs.trade(trade).installed()
                && packs.current(new PackId(trade)).modes().stream()
                        .anyMatch(mode -> mode.booking() instanceof BookingMode.Delivery);
    }

    /**
     * Says it anew. Orders that were taken keep their windows, their fees and their place in the round.
     *
     * @return refused with {@link MerchantReason}
     * @throws Absent if there is no such place, the actor does not run it, or its trade brings nothing
     */
    @Transactional
    public Outcome<DeliverySettings> write(Actor actor, PlaceId id, DeliverySettings settings) {
        var place = changes.mayChange(actor, id);
        if (!isFor(place.trade())) {
            throw new Absent("deliveries of " + place.trade());
        }
        var refusal = new DeliveryRules(place.point() != null).refusal(settings);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        changes.lock(id);
        jdbc.sql("""
            insert into merchant.delivery (region_id, place_id, settings, changed_at) values (?, ?, ?::jsonb, ?)
            on conflict (region_id, place_id) do update
            set settings = excluded.settings, changed_at = excluded.changed_at
            """)
                .params(
                        id.region().number(),
                        id.value(),
                        json.writeValueAsString(settings),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        changes.tell(id);
        return Outcome.done(settings);
    }
}
