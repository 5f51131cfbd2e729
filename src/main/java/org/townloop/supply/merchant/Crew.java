package org.townloop.supply.merchant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;

/** Who works at a place. Nobody leaves who is still booked. */
@Component
public class Crew {

    /**
     * A member of staff as they stand on the desk.
     *
     * @param version what a change of them names
     */
    public record Member(StaffId id, Words name, int version, boolean hasPin) {}

    static final int MOST = 60;

    private final PlaceChanges changes;
    private final CrewRows rows;
    private final Departures departures;
    private final Atomically atomically;
    private final Clock clock;

    Crew(PlaceChanges changes, CrewRows rows, Departures departures, Atomically atomically, Clock clock) {
        this.changes = changes;
        this.rows = rows;
        this.departures = departures;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** Those who work there now. */
    public List<Member> of(PlaceId place) {
        return rows.of(place);
    }

    /** What the counter needs to know them by; who has no PIN is not there. */
    public Map<StaffId, StaffPin> pins(PlaceId place) {
        return rows.pins(place);
    }

    /**
     * Adds people, all or none.
     *
     * @return their ids in that order, or refused with {@link MerchantReason}
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public Outcome<List<StaffId>> add(Actor actor, PlaceId place, List<Words> names) {
        return atomically.run(() -> added(actor, place, names));
    }

    /** The same in the caller's transaction. */
    Outcome<List<StaffId>> added(Actor actor, PlaceId place, List<Words> names) {
        changes.mayChange(actor, place);
        var plain = names.stream().map(PlaceRules::plain).toList();
        for (var name : plain) {
            var refusal = PlaceRules.nameRefusal(name);
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
        }
        changes.lock(place);
        if (rows.of(place).size() + plain.size() > MOST) {
            return Outcome.refused(Refusal.of(MerchantReason.TOO_MANY_STAFF, "name", Map.of("max", MOST)));
        }
        var added = new ArrayList<StaffId>();
        for (var name : plain) {
            var id = new StaffId(Ids.next(place.region(), clock.instant()));
            rows.add(place, id, name);
            added.add(id);
        }
        changes.tell(place);
        return Outcome.done(List.copyOf(added));
    }

    /** Calls somebody by another name. */
    public Outcome<StaffId> rename(Actor actor, PlaceId place, StaffId person, int version, Words written) {
        changes.mayChange(actor, place);
        var name = PlaceRules.plain(written);
        var refusal = PlaceRules.nameRefusal(name);
        return refusal == null
                ? saved(place, person, () -> rows.rename(place, person, version, name))
                : Outcome.refused(refusal);
    }

    /**
     * Sets the number with which somebody says who they are at the counter.
     *
     * @param digits 4 to 8 of them, or null to have none
     */
    public Outcome<StaffId> setPin(Actor actor, PlaceId place, StaffId person, int version, @Nullable String digits) {
        changes.mayChange(actor, place);
        var refusal = digits == null ? null : pinRefusal(digits);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        var pin = digits == null ? null : StaffPin.of(digits);
        return saved(place, person, () -> rows.setPin(place, person, version, pin));
    }

    /**
     * Somebody leaves.
     *
     * @return refused if they are booked or held from now on
     * @throws Absent if there is nobody like that
     */
    public Outcome<StaffId> remove(Actor actor, PlaceId place, StaffId person) {
        changes.mayChange(actor, place);
        return atomically.run(
                () -> departures.of(place, person.value(), "staff").map(done -> person));
    }

    private Outcome<StaffId> saved(PlaceId place, StaffId person, BooleanSupplier write) {
        return atomically.run(() -> {
            changes.lock(place);
            if (rows.of(place).stream().noneMatch(member -> member.id().equals(person))) {
                throw new Absent("staff " + person.value());
            }
            if (!write.getAsBoolean()) {
                return Outcome.refused(Refusal.of(MerchantReason.CHANGED_MEANWHILE));
            }
            changes.tell(place);
            return Outcome.done(person);
        });
    }

    private static @Nullable Refusal pinRefusal(String digits) {
        if (!digits.matches("[0-9]{" + StaffPin.SHORTEST + "," + StaffPin.LONGEST + "}")) {
            return Refusal.of(
                    MerchantReason.PIN_INVALID, "pin", Map.of("min", StaffPin.SHORTEST, "max", StaffPin.LONGEST));
        }
        var oneDigit = digits.chars().distinct().count() == 1;
        return oneDigit || "0123456789 9876543210".contains(digits)
                ? Refusal.of(MerchantReason.PIN_TOO_EASY, "pin")
                : null;
    }
}
