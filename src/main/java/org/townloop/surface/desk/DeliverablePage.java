package org.townloop.surface.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.booking.CodeStock;
import org.townloop.supply.offer.Deliverable;
import org.townloop.supply.offer.DeliverableDesk;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Online;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** What whoever buys an offer opens: words, a file, or a stock of codes. */
@Controller
class DeliverablePage {

    private static final String PATH = "/desk/offers/{id}/content";
    private static final int KILOBYTE = 1_024;

    private final Desks desks;
    private final OfferDesk offers;
    private final DeliverableDesk desk;
    private final Deliverables deliverables;
    private final CodeStock codes;

    DeliverablePage(Desks desks, OfferDesk offers, DeliverableDesk desk, Deliverables deliverables, CodeStock codes) {
        this.desks = desks;
        this.offers = offers;
        this.desk = desk;
        this.deliverables = deliverables;
        this.codes = codes;
    }

    @GetMapping(PATH)
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return open(page, actor, id, null, Form.EMPTY);
    }

    @PostMapping(PATH + "/text")
    View write(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        return answered(page, actor, id, Map.of("text", List.of(text)), desk.write(actor, offerId(id), text));
    }

    @PostMapping(PATH + "/file")
    View put(
            Page page, Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var called = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var bytes = file == null ? new byte[0] : file.getBytes();
        return answered(page, actor, id, Map.of(), desk.put(actor, offerId(id), called, bytes));
    }

    @PostMapping(PATH + "/codes")
    View add(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String codes) {
        return answered(page, actor, id, Map.of("codes", List.of(codes)), desk.add(actor, offerId(id), codes));
    }

    /** What was taken out stands in the form once more: added again, it is as it was. */
    @PostMapping(PATH + "/codes/removal")
    View withdraw(Page page, Actor actor, @PathVariable UUID id) {
        var removed = codes.withdrawUnsold(online(actor, id));
        var again = new Form(Map.of("codes", List.of(String.join("\n", removed))), null);
        return open(page, actor, id, null, again);
    }

    private View answered(Page page, Actor actor, UUID id, Map<String, List<String>> typed, Outcome<Integer> written) {
        return switch (written) {
            case Outcome.Done<Integer> _ -> View.seeOther("/desk/offers/" + id + "/content");
            case Outcome.Refused<Integer>(var refusal) ->
                open(page, actor, id, Problems.status(refusal.reason()), new Form(typed, refusal));
        };
    }

    private View open(
            Page page, Actor actor, UUID id, org.springframework.http.@Nullable HttpStatus status, Form form) {
        var offer = online(actor, id);
        Function<Desk, View> shown = opened -> {
            var view = view(opened, actor, offer, form);
            return status == null ? View.of("desk/deliverable", view) : View.of("desk/deliverable", view, status);
        };
        return desks.open(page, actor, Right.RUN_PLACE, offer.place().value(), Desk.Tab.OFFERS, shown);
    }

    private DeliverableView view(Desk opened, Actor actor, Offer offer, Form form) {
        var page = opened.page();
        if (!(offer.arrangement() instanceof Online(var gives))) {
            throw new Absent("delivery of offer " + offer.id().value());
        }
        var current = deliverables.current(offer.id(), gives);
        var left = gives == Online.Gives.CODE ? codes.left(offer) : 0;
        return new DeliverableView(
                opened,
                form,
                offer.id().value().toString(),
                page.say(offer.title()),
                gives,
                current.map(Deliverable::text).orElse(""),
                current.map(Deliverable::document)
                        .map(document -> page.text(
                                "desk.deliverable.is-file",
                                "name",
                                document.name(),
                                "kilobytes",
                                Math.ceilDiv(document.bytes(), KILOBYTE)))
                        .orElse(null),
                left,
                gives == Online.Gives.CODE ? deliverables.stock(offer) - left : 0,
                desk.all(actor, offer.id()).stream()
                        .map(each -> page.text(
                                "desk.deliverable.version",
                                "number",
                                each.number(),
                                "when",
                                opened.times().moment(each.writtenAt())))
                        .toList());
    }

    private Offer online(Actor actor, UUID id) {
        var offer = offers.get(actor, offerId(id));
        if (!offer.isOnline()) {
            throw new Absent("delivery of offer " + id);
        }
        return offer;
    }

    private static OfferId offerId(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("offer " + id);
        }
        return new OfferId(id);
    }
}
