package org.townloop.supply.merchant;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** The chairs, rooms and vehicles of a place, of the kinds that its pack knows. Nothing leaves that is still booked. */
@Component
public class Equipment {

    static final int MOST = 200;
    private static final int MOST_SEATS = 30;
    private static final int LONGEST_ZONE = 40;
    private static final int LONGEST_NAME = 60;

    private final PlaceChanges changes;
    private final Places places;
    private final Packs packs;
    private final Departures departures;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Equipment(
            PlaceChanges changes,
            Places places,
            Packs packs,
            Departures departures,
            Atomically atomically,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.changes = changes;
        this.places = places;
        this.packs = packs;
        this.departures = departures;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds so many of a kind; they are numbered on from those that are there: Chair 3, 椅位 3.
     *
     * @return how many there are of the kind then, or refused with {@link MerchantReason}
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public Outcome<Integer> add(Actor actor, PlaceId place, String kind, int count) {
        return atomically.run(() -> added(actor, place, new Things(kind, count, 0, List.of(), null)));
    }

    /** The same in the caller's transaction. */
    Outcome<Integer> added(Actor actor, PlaceId id, Things things) {
        var kind = things.kind();
        var count = things.count();
        var kinds = kinds(changes.mayChange(actor, id));
        var known = kinds.stream().filter(each -> each.key().equals(kind)).findFirst();
        if (known.isEmpty()) {
            var names = kinds.stream().map(Pack.ResourceKind::label).toList();
            return Outcome.refused(Refusal.of(MerchantReason.NO_SUCH_KIND, "kind", Map.of("kinds", names)));
        }
        changes.lock(id);
        var there = places.resources(id);
        if (count < 1 || there.size() + count > MOST) {
            return Outcome.refused(Refusal.of(MerchantReason.TOO_MANY_RESOURCES, "count." + kind, Map.of("max", MOST)));
        }
        var zone = things.zone();
        if (things.seats() < 0 || things.seats() > MOST_SEATS || (zone != null && zone.length() > LONGEST_ZONE)) {
            return Outcome.refused(
                    Refusal.of(MerchantReason.TABLE_SEATS_INVALID, "seats." + kind, Map.of("max", MOST_SEATS)));
        }
        if (!things.names().stream().allMatch(name -> Written.isName(name.in(Locale.ENGLISH), LONGEST_NAME))) {
            return Outcome.refused(
                    Refusal.of(MerchantReason.THING_NAME_TOO_LONG, "names." + kind, Map.of("max", LONGEST_NAME)));
        }
        var before = everHad(id, kind);
        IntStream.range(0, count)
                .forEach(i -> insert(
                        id,
                        things,
                        things.names().isEmpty()
                                ? numbered(known.get().label(), before + i + 1)
                                : things.names().get(i)));
        changes.tell(id);
        return Outcome.done(
                (int) there.stream().filter(each -> each.kind().equals(kind)).count() + count);
    }

    /** @return refused if it is booked or held from now on */
    public Outcome<ResourceId> remove(Actor actor, PlaceId place, ResourceId resource) {
        changes.mayChange(actor, place);
        return atomically.run(
                () -> departures.of(place, resource.value(), "resource").map(done -> resource));
    }

    /** What a place of its trade may have; nothing if nobody books there. */
    public List<Pack.ResourceKind> kinds(Place place) {
        return packs.trade(place.trade()).installed()
                ? packs.current(new PackId(place.trade())).resourceKinds()
                : List.of();
    }

    /** Those that left count too, so that no number is given twice. */
    private int everHad(PlaceId place, String kind) {
        return jdbc.sql("select count(*) from merchant.resource where region_id = ? and place_id = ? and kind = ?")
                .params(place.region().number(), place.value(), kind)
                .query(Integer.class)
                .single();
    }

    private void insert(PlaceId place, Things things, Words name) {
        jdbc.sql("""
            insert into merchant.resource (region_id, id, place_id, kind, name, seats, zone)
            values (?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
                .param(place.region().number())
                .param(Ids.next(place.region(), clock.instant()))
                .param(place.value())
                .param(things.kind())
                .param(json.writeValueAsString(name))
                .param(things.seats())
                .param(things.zone())
                .update();
    }

    private static Words numbered(Words label, int number) {
        return Words.of(label.in(Locale.ENGLISH) + " " + number, label.in(Locale.CHINESE) + " " + number);
    }
}
