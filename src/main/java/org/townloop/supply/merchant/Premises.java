package org.townloop.supply.merchant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import tools.jackson.databind.json.JsonMapper;

/** What a merchant says of a place: name, address, point, telephone. */
@Component
public class Premises {

    private final PlaceChanges changes;
    private final Places places;
    private final Regions regions;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Premises(
            PlaceChanges changes,
            Places places,
            Regions regions,
            Atomically atomically,
            JdbcClient jdbc,
            JsonMapper json) {
        this.changes = changes;
        this.places = places;
        this.regions = regions;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Writes it.
     *
     * @param version the place's version when it was shown
     * @return refused with {@link MerchantReason}, the field being named
     * @throws org.townloop.base.kernel.Absent if there is no such place, or the actor does not run it
     */
    public Outcome<Place> change(Actor actor, PlaceId id, int version, PlaceFacts written) {
        var place = changes.mayChange(actor, id);
        var facts = PlaceRules.plain(written);
        var refusal = new PlaceRules(regions.get(place.region()).centre()).refusal(facts);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return atomically.run(() -> {
            if (update(id, version, facts) == 0) {
                return Outcome.refused(Refusal.of(MerchantReason.CHANGED_MEANWHILE));
            }
            changes.tell(id);
            return Outcome.done(places.get(id));
        });
    }

    private int update(PlaceId id, int version, PlaceFacts facts) {
        return jdbc.sql("""
            update merchant.place
            set name = ?::jsonb, address = ?::jsonb, lat = ?, lon = ?, phone = ?, version = version + 1
            where region_id = ? and id = ? and version = ?
            """)
                .param(json.writeValueAsString(facts.name()))
                .param(json.writeValueAsString(facts.address()))
                .param(lat(facts.point()))
                .param(lon(facts.point()))
                .param(facts.phone())
                .param(id.region().number())
                .param(id.value())
                .param(version)
                .update();
    }

    static @Nullable Double lat(@Nullable Point point) {
        return point == null ? null : point.lat();
    }

    static @Nullable Double lon(@Nullable Point point) {
        return point == null ? null : point.lon();
    }
}
