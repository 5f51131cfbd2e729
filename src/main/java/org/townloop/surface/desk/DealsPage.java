package org.townloop.surface.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealDesk;
import org.townloop.loop.deal.DealId;
import org.townloop.loop.deal.DealReason;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.deal.NewDeal;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** What a place sells for a while at a lower price: announced, taken back, closed early. */
@Controller
class DealsPage {

    private static final String PATH = "/desk/deals";

    private final Desks desks;
    private final DealDesk deals;
    private final Deals shown;
    private final Offers offers;

    DealsPage(Desks desks, DealDesk deals, Deals shown, Offers offers) {
        this.desks = desks;
        this.deals = deals;
        this.shown = shown;
        this.offers = offers;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String saved) {
        var said = saved == null ? "" : page.text("desk.deals.saved");
        return open(page, actor, place, desk -> View.of("desk/deals", view(actor, desk, Form.EMPTY, said)));
    }

    @PostMapping(PATH)
    View make(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return open(page, actor, place, desk -> answered(actor, desk, typed, made(actor, desk, typed)));
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    View withdraw(Page page, Actor actor, @PathVariable UUID id) {
        return ended(page, actor, id, deals.withdraw(actor, new DealId(id)));
    }

    @PostMapping(PATH + "/{id}/close")
    View close(Page page, Actor actor, @PathVariable UUID id) {
        return ended(page, actor, id, deals.close(actor, new DealId(id)));
    }

    private View ended(Page page, Actor actor, UUID id, Outcome<?> outcome) {
        var place = shown.get(new DealId(id)).place().value();
        return open(page, actor, place, desk -> answered(actor, desk, Map.of(), outcome));
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> then) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.OFFERS, then);
    }

    private View answered(Actor actor, Desk desk, Map<String, List<String>> typed, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> Saved.next(desk, PATH, false);
            case Outcome.Refused<?>(var refusal) ->
                View.of(
                        "desk/deals",
                        view(actor, desk, new Form(typed, refusal), ""),
                        Problems.status(refusal.reason()));
        };
    }

    private Outcome<Deal> made(Actor actor, Desk desk, MultiValueMap<String, String> typed) {
        var offer = Typed.id(Typed.text(typed, "offer"))
                .filter(RegionId::isIn)
                .map(OfferId::new)
                .orElseThrow(() -> new Absent("offer"));
        var currency = offers.get(offer).price().currency();
        var price = Typed.minor(Typed.text(typed, "price"), currency.getDefaultFractionDigits());
        var closes = moment(desk, Typed.text(typed, "closesAt"));
        var opensText = Typed.text(typed, "opensAt");
        var opens = moment(desk, opensText);
        if (closes.isEmpty() || opens.isEmpty() && !opensText.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(DealReason.DEAL_TIMES_INVALID, closes.isEmpty() ? "closesAt" : "opensAt"));
        }
        return deals.make(
                actor,
                new NewDeal(
                        offer,
                        new Money(price.orElse(-1L), currency),
                        opens.orElse(null),
                        closes.get(),
                        Saved.number(typed, "stock", Saved.UNREADABLE),
                        Saved.number(typed, "each", 1),
                        Typed.text(typed, "least").isEmpty()
                                ? null
                                : Integer.valueOf(Saved.number(typed, "least", Saved.UNREADABLE))));
    }

    /** By the clocks of the place. */
    private static Optional<Instant> moment(Desk desk, String typed) {
        try {
            return Optional.of(
                    LocalDateTime.parse(typed).atZone(desk.times().zone()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private DealsView view(Actor actor, Desk desk, Form form, String said) {
        var page = desk.page();
        var here = deals.at(actor, desk.place().id());
        var now = shown.shown(here);
        var choices = deals.offers(actor, desk.place().id()).stream()
                .map(offer -> new DealsView.Choice(
                        offer.id().value().toString(),
                        page.say(offer.title()),
                        page.money(offer.price()),
                        form.value("offer").equals(offer.id().value().toString())))
                .toList();
        return new DealsView(
                desk,
                form,
                choices,
                here.stream()
                        .map(deal -> row(desk, Objects.requireNonNull(now.get(deal.id()))))
                        .toList(),
                said);
    }

    private DealsView.Row row(Desk desk, Deals.Shown each) {
        var page = desk.page();
        var deal = each.deal();
        var offer = offers.get(deal.offer());
        var least = deal.least();
        var isOver = !deal.isAheadAt(desk.times().now());
        var end = isOver ? null : each.isOpen() ? "close" : "withdrawal";
        return new DealsView.Row(
                deal.id().value().toString(),
                page.say(offer.title()),
                page.money(deal.price()),
                page.money(offer.price()),
                page.text(
                        "desk.deals.when",
                        "from",
                        desk.times().moment(deal.opensAt()),
                        "to",
                        desk.times().moment(deal.closesAt())),
                page.text("desk.deals.state." + state(each, isOver)),
                each.isOpen() ? "good" : "wait",
                page.text(
                        "desk.deals.sold",
                        "taken",
                        deal.stock() - each.left(),
                        "paid",
                        each.paid(),
                        "stock",
                        deal.stock()),
                least == null ? null : page.text("desk.deals.least", "least", least),
                end);
    }

    private static String state(Deals.Shown each, boolean isOver) {
        return switch (each.deal().state()) {
            case CONFIRMED -> "confirmed";
            case CALLED_OFF -> "called-off";
            case WITHDRAWN -> "withdrawn";
            case CLOSED -> "closed";
            case ANNOUNCED, OPEN -> isOver ? "closed" : each.isOpen() ? "open" : "announced";
        };
    }
}
