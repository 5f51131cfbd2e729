package org.townloop.surface.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.Pictures;
import org.townloop.loop.screening.Hit;
import org.townloop.loop.screening.Query;
import org.townloop.loop.screening.Results;
import org.townloop.loop.screening.Screening;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.NewTakeOver;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TakeOver;
import org.townloop.supply.merchant.TakeOvers;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Finding one's own place among the listings, and saying that it is one's own. */
@Controller
class ListingsPage {

    private static final int SHOWN = 12;

    /** Of hits, among which offers come first. */
    private static final int MOST_PAGES = 5;

    private final Screening screening;
    private final TakeOvers takeOvers;
    private final Places places;
    private final Packs packs;
    private final Pictures pictures;

    ListingsPage(Screening screening, TakeOvers takeOvers, Places places, Packs packs, Pictures pictures) {
        this.screening = screening;
        this.takeOvers = takeOvers;
        this.places = places;
        this.packs = packs;
        this.pictures = pictures;
    }

    @GetMapping("/for-merchants/listings")
    View search(Page page, @RequestParam(defaultValue = "") String q) {
        return View.of("portal/listings", new ListingsView(page, q.strip(), found(page, q.strip())));
    }

    @GetMapping("/for-merchants/listings/{id}")
    View show(Page page, @PathVariable UUID id) {
        return View.of("portal/take-over", view(page, listing(id), Form.EMPTY, false));
    }

    @PostMapping("/for-merchants/listings/{id}")
    View ask(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile picture)
            throws IOException {
        var place = listing(id);
        return switch (asked(actor, place.id(), typed, picture)) {
            case Outcome.Done<UUID> _ -> View.seeOther("/for-merchants#claims");
            case Outcome.Refused<UUID>(var refusal) ->
                View.of(
                        "portal/take-over",
                        view(page, place, new Form(typed, refusal), picture != null && !picture.isEmpty()),
                        Problems.status(refusal.reason()));
        };
    }

    /** The picture first: without it, the claim would say less than was meant. */
    private Outcome<UUID> asked(
            Actor actor, PlaceId place, MultiValueMap<String, String> typed, @Nullable MultipartFile picture)
            throws IOException {
        var evidence = evidence(typed.getFirst("evidence"));
        if (evidence == null) {
            return Outcome.refused(Refusal.of(MerchantReason.EVIDENCE_UNKNOWN, "evidence"));
        }
        var words = typed.getFirst("words") == null ? "" : String.valueOf(typed.getFirst("words"));
        if (picture == null || picture.isEmpty()) {
            return takeOvers.ask(actor, new NewTakeOver(place, evidence, words, null));
        }
        return switch (pictures.keepForOperators(actor.person(), picture.getBytes())) {
            case Outcome.Refused<PictureId>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<PictureId>(var kept) ->
                takeOvers.ask(actor, new NewTakeOver(place, evidence, words, kept.value()));
        };
    }

    private static TakeOver.@Nullable Evidence evidence(@Nullable String typed) {
        for (var known : TakeOver.Evidence.values()) {
            if (known.name().equals(typed)) {
                return known;
            }
        }
        return null;
    }

    private TakeOverView view(Page page, Place place, Form form, boolean fileLost) {
        return new TakeOverView(
                page, form, fileLost, place, page.say(packs.trade(place.trade()).name()));
    }

    private Place listing(UUID id) {
        var place = RegionId.isIn(id) ? places.get(List.of(new PlaceId(id))).get(new PlaceId(id)) : null;
        if (place == null || !place.isListing()) {
            throw new Absent("listing " + id);
        }
        return place;
    }

    private List<ListingsView.Found> found(Page page, String text) {
        var found = new ArrayList<ListingsView.Found>();
        var query = Query.ALL.in(page.region().id()).named(text, Query.MOST);
        for (int turned = 0; turned < MOST_PAGES && !text.isEmpty() && found.size() < SHOWN; turned++) {
            if (!(screening.find(query) instanceof Outcome.Done<Results>(var results))) {
                break;
            }
            results.hits().stream()
                    .filter(Hit::listing)
                    .limit(SHOWN - found.size())
                    .forEach(hit -> found.add(found(page, hit)));
            if (results.cursor() == null) {
                break;
            }
            query = query.from(results.cursor());
        }
        return found;
    }

    private ListingsView.Found found(Page page, Hit hit) {
        var trade = packs.trade(hit.trade());
        return new ListingsView.Found(
                hit.place().value().toString(),
                page.say(hit.placeName()),
                page.say(hit.address()),
                page.say(trade.name()),
                trade.installed());
    }
}
