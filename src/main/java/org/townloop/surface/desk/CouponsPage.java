package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.coupon.Coupon;
import org.townloop.loop.coupon.CouponDesk;
import org.townloop.loop.coupon.CouponId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.CouponForm;
import org.townloop.surface.page.CouponWords;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** What a merchant lets off by coupons: made, looked at, stopped. */
@Controller
class CouponsPage {

    private static final String PATH = "/desk/coupons";

    private final Desks desks;
    private final CouponDesk coupons;
    private final Offers offers;
    private final Regions regions;

    CouponsPage(Desks desks, CouponDesk coupons, Offers offers, Regions regions) {
        this.desks = desks;
        this.coupons = coupons;
        this.offers = offers;
        this.regions = regions;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String saved) {
        var said = saved == null ? "" : page.text("desk.coupons.saved");
        return open(page, actor, place, desk -> View.of("desk/coupons", view(actor, desk, Form.EMPTY, said)));
    }

    @PostMapping(PATH)
    View make(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return open(page, actor, place, desk -> switch (made(actor, desk, typed)) {
            case Outcome.Done<Coupon> _ -> Saved.next(desk, PATH, false);
            case Outcome.Refused<Coupon>(var refusal) ->
                View.of(
                        "desk/coupons",
                        view(actor, desk, new Form(typed, refusal), ""),
                        Problems.status(refusal.reason()));
        });
    }

    private Outcome<Coupon> made(Actor actor, Desk desk, Map<String, List<String>> typed) {
        var place = desk.place().id();
        var currency = regions.get(place.region()).currency();
        return new CouponForm(typed, currency, desk.times().zone())
                .read()
                .then(wanted -> coupons.make(actor, place, wanted));
    }

    @PostMapping(PATH + "/{id}/stop")
    View stop(Page page, Actor actor, @PathVariable UUID id) {
        var place = coupons.stop(actor, new CouponId(id));
        return open(page, actor, place.value(), desk -> Saved.next(desk, PATH, false));
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> then) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.OFFERS, then);
    }

    private CouponsView view(Actor actor, Desk desk, Form form, String said) {
        var page = desk.page();
        var place = desk.place().id();
        var here = coupons.at(actor, place);
        var titles =
                offers
                        .get(here.stream()
                                .flatMap(coupon -> coupon.offers().stream())
                                .distinct()
                                .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(Offer::id, offer -> page.say(offer.title())));
        var choices = coupons.offers(actor, place).stream()
                .map(offer -> new CouponsView.Choice(
                        offer.id().value().toString(),
                        page.say(offer.title()),
                        page.money(offer.price()),
                        form.ticked("offers", offer.id().value().toString(), false)))
                .toList();
        var rows = here.stream().map(coupon -> row(desk, coupon, titles)).toList();
        return new CouponsView(desk, form, choices, rows, said);
    }

    private static CouponsView.Row row(Desk desk, Coupon coupon, Map<OfferId, String> titles) {
        var page = desk.page();
        var state = CouponWords.state(coupon, desk.times().now());
        return new CouponsView.Row(
                coupon.id().value().toString(),
                CouponWords.of(page, coupon),
                coupon.code() == null ? page.text("page.coupon.open") : coupon.code(),
                coupon.offers().isEmpty()
                        ? page.text("desk.coupons.all-offers")
                        : coupon.offers().stream()
                                .map(offer -> Objects.requireNonNullElse(titles.get(offer), ""))
                                .sorted()
                                .collect(Collectors.joining(page.text("page.comma"))),
                page.text(
                        "page.coupon.when",
                        "from",
                        desk.times().moment(coupon.from()),
                        "to",
                        desk.times().moment(coupon.until())),
                page.text("page.coupon.used", "used", coupon.used(), "stock", coupon.stock(), "each", coupon.each()),
                page.text("page.coupon.state." + state),
                state.equals("good") ? "good" : "wait",
                coupon.isAhead(desk.times().now()));
    }
}
