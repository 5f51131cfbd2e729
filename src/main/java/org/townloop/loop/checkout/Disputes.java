package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.voucher.Conflict;
import org.townloop.loop.voucher.Conflicts;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/** Scans of a place that were served and are not paid: the merchant looks into each. */
@Component
public class Disputes {

    private static final int SHOWN = 100;

    private final Workplaces workplaces;
    private final Conflicts conflicts;
    private final Atomically atomically;
    private final Clock clock;

    Disputes(Workplaces workplaces, Conflicts conflicts, Atomically atomically, Clock clock) {
        this.workplaces = workplaces;
        this.conflicts = conflicts;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Conflict> open(Actor actor, PlaceId place) {
        workplaces.get(actor, Right.SEE_DESK, place);
        return conflicts.open(place, SHOWN);
    }

    /** Somebody has spoken with the guest, or with the colleague; both scans stay.
     *
     * @throws Absent if none waits there, or the actor does not run that place
     */
    public void close(Actor by, PlaceId place, DeviceId device, String nonce) {
        workplaces.get(by, Right.SEE_DESK, place);
        atomically.run(() -> {
            if (!conflicts.close(place, device, nonce, by.person(), clock.instant())) {
                throw new Absent("an open conflict " + nonce);
            }
            return Outcome.done(device);
        });
    }
}
