package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
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
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.media.Albums;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** What a place sells: written, changed, taken off sale and put on again. */
@Controller
class OffersPage {

    private static final String PATH = "/desk/offers";

    private final Desks desks;
    private final OfferDesk offers;
    private final OfferForms forms;
    private final Suggestions suggestions;
    private final Albums albums;

    OffersPage(Desks desks, OfferDesk offers, OfferForms forms, Suggestions suggestions, Albums albums) {
        this.desks = desks;
        this.offers = offers;
        this.forms = forms;
        this.suggestions = suggestions;
        this.albums = albums;
    }

    @GetMapping(PATH)
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID place) {
        return open(page, actor, place, desk -> View.of("desk/offers", list(actor, desk, null)));
    }

    @GetMapping(PATH + "/new")
    View blank(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String start) {
        return open(
                page,
                actor,
                place,
                desk -> from == null && suggestions.has(desk)
                        ? View.of("desk/suggestions", suggestions.of(desk, start != null))
                        : View.of("desk/offer", forms.blank(desk, from == null ? "" : from, mode, start != null)));
    }

    @GetMapping(PATH + "/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        var offer = offers.get(actor, id(id));
        return open(page, actor, offer.place().value(), desk -> View.of("desk/offer", forms.of(desk, offer)));
    }

    @PostMapping(PATH)
    View add(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return open(page, actor, place, desk -> {
            var written = switch (forms.read(desk, typed, null)) {
                case Outcome.Refused<NewOffer>(var refusal) -> Outcome.<Offer>refused(refusal);
                case Outcome.Done<NewOffer>(var offer) -> offers.write(actor, offer, null);
            };
            return answered(desk, null, typed, written);
        });
    }

    @PostMapping(PATH + "/{id}")
    View change(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var before = offers.get(actor, id(id));
        return open(page, actor, before.place().value(), desk -> {
            var written = switch (forms.read(desk, typed, before)) {
                case Outcome.Refused<NewOffer>(var refusal) -> Outcome.<Offer>refused(refusal);
                case Outcome.Done<NewOffer>(var offer) -> offers.write(actor, offer, Saved.version(typed));
            };
            return answered(desk, before, typed, written);
        });
    }

    @PostMapping(PATH + "/{id}/sale")
    View setOnSale(Page page, Actor actor, @PathVariable UUID id, @RequestParam boolean active) {
        var offer = offers.get(actor, id(id));
        return open(page, actor, offer.place().value(), desk -> switch (offers.setOnSale(actor, offer.id(), active)) {
            case Outcome.Done<Offer> _ -> View.seeOther(desk.to(PATH));
            case Outcome.Refused<Offer>(var refusal) ->
                View.of("desk/offers", list(actor, desk, refusal), Problems.status(refusal.reason()));
        });
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> shown) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.OFFERS, shown);
    }

    private View answered(Desk desk, @Nullable Offer before, Map<String, List<String>> typed, Outcome<Offer> written) {
        var start = typed.containsKey("start");
        return switch (written) {
            case Outcome.Done<Offer>(var offer)
            when before == null && offer.isOnline() && !start ->
                View.seeOther(PATH + "/" + offer.id().value() + "/content");
            case Outcome.Done<Offer> _ -> Saved.next(desk, PATH, start);
            case Outcome.Refused<Offer>(var refusal) ->
                View.of(
                        "desk/offer",
                        forms.again(desk, before, new Form(typed, refusal), start),
                        Problems.status(refusal.reason()));
        };
    }

    private OffersView list(Actor actor, Desk desk, @Nullable Refusal refusal) {
        var all = offers.all(actor, desk.place().id());
        var pictures = albums.of(all.stream().map(offer -> offer.id().value()).toList());
        return new OffersView(
                desk,
                new Form(Map.of(), refusal),
                all.stream()
                        .map(offer -> row(
                                desk,
                                offer,
                                pictures.getOrDefault(offer.id().value(), List.of())
                                        .size()))
                        .toList());
    }

    private static OffersView.Row row(Desk desk, Offer offer, int pictures) {
        var page = desk.page();
        return new OffersView.Row(
                offer.id().value().toString(),
                page.say(offer.title()),
                page.money(offer.price()),
                extent(page, offer),
                offer.active(),
                offer.arrangement() instanceof Session,
                offer.isOnline(),
                pictures);
    }

    private static String extent(Page page, Offer offer) {
        return switch (offer.arrangement()) {
            case WalkIn walkIn -> page.text("desk.offers.a-day", "count", walkIn.dailyCapacity());
            case Session session ->
                page.text(
                        "desk.offers.seats",
                        "count",
                        session.seats(),
                        "duration",
                        page.formats().duration(offer.duration()));
            case Table table -> page.text("desk.offers.parties", "fewest", table.fewest(), "most", table.most());
            case Stay stay -> page.text("desk.offers.sleeps", "count", stay.sleeps());
            case ByQuote quote -> page.text("desk.offers.by-quote", "days", quote.answerDays());
            case Article _ -> page.text("desk.offers.goods");
            case Ad ad -> page.text("desk.offers.until", "day", page.times().date(ad.until()));
            case Ride ride -> page.text("desk.offers.rides", "count", ride.seats());
            case Online online -> page.text("desk.online." + online.gives().code());
            case Stored _ -> "";
            case Appointment _, HomeVisit _ -> page.formats().duration(offer.duration());
        };
    }

    private static OfferId id(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("offer " + id);
        }
        return new OfferId(id);
    }
}
