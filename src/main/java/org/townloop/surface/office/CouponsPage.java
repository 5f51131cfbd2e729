package org.townloop.surface.office;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.coupon.Coupon;
import org.townloop.loop.coupon.CouponId;
import org.townloop.loop.coupon.CouponOffice;
import org.townloop.surface.page.CouponForm;
import org.townloop.surface.page.CouponWords;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** What the platform pays by coupons in a region: made, looked at, stopped. */
@Controller
class CouponsPage {

    private static final String PATH = "/office/coupons";

    private final Offices offices;
    private final CouponOffice coupons;
    private final Regions regions;

    CouponsPage(Offices offices, CouponOffice coupons, Regions regions) {
        this.offices = offices;
        this.coupons = coupons;
        this.regions = regions;
    }

    @GetMapping(PATH)
    View show(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/coupons", view(office, Form.EMPTY)));
    }

    @PostMapping(PATH)
    View make(Page page, Actor actor, @RequestParam String region, @RequestParam MultiValueMap<String, String> typed) {
        return offices.open(page, actor, region, office -> switch (made(actor, office, typed)) {
            case Outcome.Done<Coupon> _ -> View.seeOther(office.to(PATH));
            case Outcome.Refused<Coupon>(var refusal) ->
                View.of("office/coupons", view(office, new Form(typed, refusal)), Problems.status(refusal.reason()));
        });
    }

    private Outcome<Coupon> made(Actor actor, Office office, MultiValueMap<String, String> typed) {
        return new CouponForm(typed, office.region().currency(), office.times().zone())
                .read()
                .then(wanted -> coupons.make(actor, office.region().id(), wanted));
    }

    @PostMapping(PATH + "/{id}/stop")
    View stop(Page page, Actor actor, @PathVariable UUID id) {
        var region = regions.get(coupons.stop(actor, new CouponId(id))).code();
        return offices.open(page, actor, region, office -> View.seeOther(office.to(PATH)));
    }

    private CouponsView view(Office office, Form form) {
        return new CouponsView(
                office,
                form,
                coupons.isAbove(office.region().id()),
                coupons.in(office.region().id()).stream()
                        .map(coupon -> row(office, coupon))
                        .toList());
    }

    private static CouponsView.Row row(Office office, Coupon coupon) {
        var page = office.page();
        var state = CouponWords.state(coupon, office.times().now());
        var budget = coupon.budget() == null ? Money.zero(coupon.currency()) : coupon.budget();
        return new CouponsView.Row(
                coupon.id().value().toString(),
                CouponWords.of(page, coupon),
                coupon.code() == null ? page.text("page.coupon.open") : coupon.code(),
                page.text(
                        "page.coupon.when",
                        "from",
                        office.times().moment(coupon.from()),
                        "to",
                        office.times().moment(coupon.until())),
                page.text("page.coupon.used", "used", coupon.used(), "stock", coupon.stock(), "each", coupon.each()),
                page.text("office.coupons.spent", "spent", page.money(coupon.spent()), "budget", page.money(budget)),
                page.text("page.coupon.state." + state),
                state.equals("good") ? "good" : "wait",
                coupon.isAhead(office.times().now()));
    }
}
