package org.townloop.supply.merchant;

import java.util.List;
import java.util.Map;
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
     * @param counts how many of each kind; kinds with none are left out
     * @return refused with {@link MerchantReason}
     * @throws org.townloop.base.kernel.Absent if there is no such place, or the actor does not run it
     */
    public Outcome<PlaceId> open(Actor actor, PlaceId place, List<Words> names, Map<String, Integer> counts) {
        return atomically.run(() -> {
            if (!names.isEmpty() && crew.added(actor, place, names) instanceof Outcome.Refused<?>(var refusal)) {
                return Outcome.refused(refusal);
            }
            for (var kind : counts.entrySet()) {
                if (kind.getValue() > 0
                        && equipment.added(actor, place, kind.getKey(), kind.getValue())
                                instanceof Outcome.Refused<?>(var refusal)) {
                    return Outcome.refused(refusal);
                }
            }
            return Outcome.done(place);
        });
    }
}
