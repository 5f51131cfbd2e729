package org.townloop.surface.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.loop.checkout.Counters;
import org.townloop.loop.checkout.Disputes;
import org.townloop.loop.checkout.Quarantines;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** The devices of the counter, what they brought in that is not paid, and what lost ones still sent. */
@Controller
class CountersPage {

    private final Desks desks;
    private final Counters counters;
    private final Disputes disputes;
    private final Quarantines quarantines;
    private final CounterRows rows;

    CountersPage(Desks desks, Counters counters, Disputes disputes, Quarantines quarantines, CounterRows rows) {
        this.desks = desks;
        this.counters = counters;
        this.disputes = disputes;
        this.quarantines = quarantines;
        this.rows = rows;
    }

    @GetMapping("/desk/counters")
    View list(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable ScanOutcome came) {
        return desks.open(page, actor, Right.SEE_DESK, place, Desk.Tab.COUNTERS, desk -> {
            var at = desk.place().id();
            return View.of(
                    "desk/counters",
                    rows.view(
                            desk,
                            counters.of(actor, at),
                            disputes.open(actor, at),
                            quarantines.waiting(actor, at),
                            came));
        });
    }

    @PostMapping("/desk/counters/{device}/revocation")
    View revoke(Actor actor, @PathVariable UUID device, @RequestParam UUID place) {
        counters.revoke(actor, new DeviceId(device));
        return back(place, "");
    }

    @PostMapping("/desk/counters/{device}/gap")
    View dismissGap(Actor actor, @PathVariable UUID device, @RequestParam UUID place, @RequestParam long missing) {
        counters.dismissGap(actor, new DeviceId(device), missing);
        return back(place, "#devices");
    }

    @PostMapping("/desk/counters/{device}/held")
    View decide(
            Actor actor,
            @PathVariable UUID device,
            @RequestParam UUID place,
            @RequestParam String nonce,
            @RequestParam(defaultValue = "false") boolean count) {
        if (!count) {
            quarantines.discard(actor, new DeviceId(device), nonce);
            return back(place, "#held");
        }
        var answer = quarantines.count(actor, new DeviceId(device), nonce);
        return back(place, "&came=" + answer.outcome() + "#came");
    }

    @PostMapping("/desk/counters/{device}/conflict")
    View close(Actor actor, @PathVariable UUID device, @RequestParam UUID place, @RequestParam String nonce) {
        disputes.close(actor, new PlaceId(place), new DeviceId(device), nonce);
        return back(place, "#conflicts");
    }

    private static View back(UUID place, String more) {
        return View.seeOther("/desk/counters?place=" + place + more);
    }
}
