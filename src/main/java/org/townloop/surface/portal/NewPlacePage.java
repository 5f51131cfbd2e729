package org.townloop.surface.portal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.Merchants;
import org.townloop.supply.merchant.NewPlace;
import org.townloop.supply.merchant.PlaceFacts;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.Trade;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Opening a merchant with its first place. The desk comes at once. */
@Controller
class NewPlacePage {

    private final Merchants merchants;
    private final Packs packs;

    NewPlacePage(Merchants merchants, Packs packs) {
        this.merchants = merchants;
        this.packs = packs;
    }

    @GetMapping("/for-merchants/new")
    View show(Page page) {
        return View.of(
                "portal/new-place", view(page, Form.EMPTY, UUID.randomUUID().toString()));
    }

    @PostMapping("/for-merchants/new")
    View open(Page page, Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        var key = text(typed, "key");
        if (PointPicker.wasTapped(typed)) {
            return View.of("portal/new-place", view(page, new Form(typed, null), key));
        }
        var pick = PointPicker.read(typed, null, page.region().centre());
        Outcome<Merchants.Opened> opened = pick.unreadable()
                ? Outcome.refused(Refusal.of(MerchantReason.POINT_INVALID, "point"))
                : merchants.open(actor, key, written(page, typed, pick));
        return switch (opened) {
            case Outcome.Done<Merchants.Opened>(var place) -> View.seeOther("/desk/start/next?place=" + place.place());
            case Outcome.Refused<Merchants.Opened>(var refusal) ->
                View.of(
                        "portal/new-place",
                        view(page, new Form(typed, refusal), key),
                        Problems.status(refusal.reason()));
        };
    }

    private NewPlaceView view(Page page, Form form, String key) {
        return new NewPlaceView(
                page,
                form,
                key,
                packs.trades().stream().filter(Trade::installed).toList(),
                PointPicker.read(form.typed(), null, page.region().centre()));
    }

    private static NewPlace written(Page page, MultiValueMap<String, String> typed, PointPicker pick) {
        return new NewPlace(
                page.region().id(),
                text(typed, "trade"),
                new PlaceFacts(
                        new Words(text(typed, "nameEn"), text(typed, "nameZh")),
                        new Words(text(typed, "addressEn"), text(typed, "addressZh")),
                        pick.point(),
                        text(typed, "phone")));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of("")).getFirst();
    }
}
