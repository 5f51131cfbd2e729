package org.townloop.surface.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
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
import org.townloop.loop.quote.NewRequest;
import org.townloop.loop.quote.QuoteReason;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.QuoteRequests;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PrivatePicture;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/**
 * Asking for a quotation. Photographs are kept as soon as they are sent, so that a form that was not taken, or to which
 * more are added, need not send them again. Addresses are sent in bodies only.
 */
@Controller
class QuoteAskPage {

    private final QuoteRequests requests;
    private final Offers offers;
    private final Places places;
    private final Packs packs;
    private final Pictures pictures;

    QuoteAskPage(QuoteRequests requests, Offers offers, Places places, Packs packs, Pictures pictures) {
        this.requests = requests;
        this.offers = offers;
        this.places = places;
        this.packs = packs;
        this.pictures = pictures;
    }

    @GetMapping("/quotes/new/{id}")
    View show(Page page, @PathVariable UUID id) {
        return View.of(
                "portal/quote-ask",
                view(page, offer(id), Form.EMPTY, List.of(), UUID.randomUUID().toString()));
    }

    @PostMapping("/quotes/new/{id}")
    View ask(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> picture)
            throws IOException {
        var offer = offer(id);
        var key = Typed.text(typed, "key");
        var photos = new ArrayList<PictureId>();
        typed.getOrDefault("photo", List.of())
                .forEach(photo -> PictureId.of(photo).ifPresent(photos::add));
        photos.removeIf(photo -> photo.value().equals(Typed.text(typed, "without")));
        var wrong = keep(actor, picture == null ? List.of() : picture, photos);
        if (wrong == null && (typed.containsKey("more") || typed.containsKey("without"))) {
            return View.of("portal/quote-ask", view(page, offer, new Form(typed, null), photos, key));
        }
        var asked = wrong == null
                ? requests.ask(actor, wanted(offer, typed, photos), key + "/" + photos.hashCode() + typed.hashCode())
                : Outcome.<QuoteRequest>refused(wrong);
        return switch (asked) {
            case Outcome.Done<QuoteRequest>(var request) ->
                View.seeOther("/quotes/" + request.id().value());
            case Outcome.Refused<QuoteRequest>(var why) ->
                View.of(
                        "portal/quote-ask",
                        view(page, offer, new Form(typed, why), photos, key),
                        Problems.status(why.reason()));
        };
    }

    private @Nullable Refusal keep(Actor actor, List<MultipartFile> sent, List<PictureId> photos) throws IOException {
        for (var file : sent) {
            if (file.isEmpty()) {
                continue;
            }
            if (photos.size() >= QuoteRequests.MOST_PHOTOS) {
                return Refusal.of(
                        QuoteReason.QUOTE_PHOTOS_TOO_MANY, "photos", Map.of("max", QuoteRequests.MOST_PHOTOS));
            }
            switch (pictures.keepForParties(actor.person(), file.getBytes())) {
                case Outcome.Refused<PictureId>(var refusal) -> {
                    return refusal;
                }
                case Outcome.Done<PictureId>(var kept) -> {
                    if (!photos.contains(kept)) {
                        photos.add(kept);
                    }
                }
            }
        }
        return null;
    }

    /** What they have sent and not asked about yet: to be seen beside the form. */
    @GetMapping("/quotes/photos/{id}.jpg")
    ResponseEntity<byte[]> sent(Actor actor, @PathVariable String id) {
        var photo = PictureId.of(id).orElseThrow(() -> new Absent("photo " + id));
        if (!pictures.areForParties(actor.person(), List.of(photo))) {
            throw new Absent("photo " + id);
        }
        return PrivatePicture.of(pictures, photo);
    }

    private static NewRequest wanted(Offer offer, MultiValueMap<String, String> typed, List<PictureId> photos) {
        return new NewRequest(
                offer.id(),
                Typed.text(typed, "words"),
                Typed.text(typed, "wished"),
                Typed.text(typed, "phone"),
                Typed.text(typed, "address"),
                Typed.text(typed, "destination"),
                answers(typed),
                photos);
    }

    private static Map<String, String> answers(MultiValueMap<String, String> typed) {
        var answers = new LinkedHashMap<String, String>();
        typed.forEach((name, values) -> {
            if (name.startsWith(OfferPage.ANSWER) && !values.getFirst().isBlank()) {
                answers.put(
                        name.substring(OfferPage.ANSWER.length()),
                        values.getFirst().strip());
            }
        });
        return answers;
    }

    private QuoteAskView view(Page page, Offer offer, Form form, List<PictureId> photos, String key) {
        var pack = packs.get(offer.pack(), offer.packVersion());
        var quote = Objects.requireNonNull(offer.byQuote());
        var answers = new LinkedMultiValueMap<String, String>();
        form.typed().forEach(answers::put);
        return new QuoteAskView(
                page,
                form,
                key,
                "/quotes/new/" + offer.id().value(),
                OfferViews.href(offer),
                page.say(offer.title()),
                page.say(places.get(offer.place()).name()),
                quote,
                photos.stream().map(PictureId::value).toList(),
                Practised.of(page, pack.practice(), answers(answers)));
    }

    private Offer offer(UUID id) {
        var offer = RegionId.isIn(id) ? offers.get(List.of(new OfferId(id))).get(new OfferId(id)) : null;
        if (offer == null || offer.byQuote() == null || !offer.active()) {
            throw new Absent("offer to be quoted " + id);
        }
        return offer;
    }
}
