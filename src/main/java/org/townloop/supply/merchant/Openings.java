package org.townloop.supply.merchant;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;

/** Who works at a place and what there is, told at one go by somebody who opens it. */
@Component
public class Openings {

    private final Crew crew;
    private final Equipment equipment;
    private final Atomically atomically;

    Openings(Crew crew, Equipment equipment, Atomically atomically) {
        this.crew = crew;
        this.equipment = equipment;
        this.atomically = atomically;
    }

    /**
     * Adds both, or neither.
     *
     * @param things kinds with none are left out
     * @return refused with {@link MerchantReason}
     * @throws org.townloop.base.kernel.Absent if there is no such place, or the actor does not run it
     */
    public Outcome<PlaceId> open(Actor actor, PlaceId place, List<Words> names, List<Things> things) {
        return atomically.run(() -> {
            if (!names.isEmpty() && crew.added(actor, place, names) instanceof Outcome.Refused<?>(var refusal)) {
                return Outcome.refused(refusal);
            }
            for (var some : things) {
                if (some.count() > 0
                        && equipment.added(actor, place, some) instanceof Outcome.Refused<?>(var refusal)) {
                    return Outcome.refused(refusal);
                }
            }
            return Outcome.done(place);
        });
    }
}
