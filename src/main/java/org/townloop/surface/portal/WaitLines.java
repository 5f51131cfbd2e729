package org.townloop.surface.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Waiting;
import org.townloop.loop.ordering.Wait;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;

/** What somebody waits for, as it is shown among what is theirs. */
@Component
class WaitLines {

    private final Waiting waiting;
    private final Offers offers;
    private final Regions regions;

    WaitLines(Waiting waiting, Offers offers, Regions regions) {
        this.waiting = waiting;
        this.offers = offers;
        this.regions = regions;
    }

    /** Those that are open, the newest first. */
    List<MyLoopView.Waited> of(Page page, Actor actor) {
        var open =
                waiting.of(actor).stream().filter(wait -> wait.state().isOpen()).toList();
        var known = offers.get(open.stream().map(Wait::offer).collect(Collectors.toSet()));
        return open.stream()
                .flatMap(wait ->
                        Optional.ofNullable(known.get(wait.offer())).stream().map(offer -> line(page, wait, offer)))
                .toList();
    }

    private MyLoopView.Waited line(Page page, Wait wait, Offer offer) {
        var times = page.times().in(regions.get(offer.region()).zone());
        var order = wait.order();
        return new MyLoopView.Waited(
                "/waits/" + wait.id() + "/leave",
                OfferViews.href(offer),
                page.say(offer.title()),
                page.text("portal.wait.line", "when", times.span(wait.from(), wait.to()), "people", wait.quantity()),
                order == null ? null : "/orders/" + order.value());
    }
}
