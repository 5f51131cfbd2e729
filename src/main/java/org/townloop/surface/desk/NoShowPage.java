package org.townloop.surface.desk;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.NoShows;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Somebody at the desk says that a guest did not come. */
@Controller
class NoShowPage {

    private final NoShows noShows;
    private final Orders orders;
    private final DayPage days;

    NoShowPage(NoShows noShows, Orders orders, DayPage days) {
        this.noShows = noShows;
        this.orders = orders;
        this.days = days;
    }

    /** @param day the day that was looked at, to come back to */
    @PostMapping("/desk/orders/{id}/no-show")
    View didNotCome(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        var settled = noShows.didNotCome(actor, new OrderId(id));
        var place = orders.get(new OrderId(id)).place().value();
        var back = "/desk?place=" + place
                + Typed.day(day).map(known -> "&day=" + known).orElse("");
        return switch (settled) {
            case Outcome.Done<OrderId> _ -> View.seeOther(back);
            case Outcome.Refused<OrderId>(var refusal) -> days.refused(page, actor, place, day, refusal);
        };
    }
}
