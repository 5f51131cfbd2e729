package org.townloop.surface.portal;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.media.Pictures;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.quote.Acceptances;
import org.townloop.loop.quote.QuotationId;
import org.townloop.loop.quote.QuoteCallOffs;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.QuoteRequests;
import org.townloop.loop.quote.RequestId;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PrivatePicture;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** One's own requests for quotations: what was asked, what was answered, what is to be accepted and paid. */
@Controller
class QuotesPage {

    private static final int SHOWN = 100;

    private final QuoteRequests requests;
    private final Acceptances acceptances;
    private final QuoteCallOffs callOffs;
    private final QuoteViews views;
    private final Pictures pictures;

    QuotesPage(
            QuoteRequests requests,
            Acceptances acceptances,
            QuoteCallOffs callOffs,
            QuoteViews views,
            Pictures pictures) {
        this.requests = requests;
        this.acceptances = acceptances;
        this.callOffs = callOffs;
        this.views = views;
        this.pictures = pictures;
    }

    @GetMapping("/quotes")
    View list(Page page, Actor actor) {
        return View.of("portal/quotes", views.list(page, requests.of(actor, SHOWN)));
    }

    @GetMapping("/quotes/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return View.of("portal/quote", views.of(page, actor, request(id), Form.EMPTY));
    }

    /** A quotation as a paper of its own, to be printed or kept. */
    @GetMapping("/quotes/{id}/papers/{version}")
    View paper(Page page, Actor actor, @PathVariable UUID id, @PathVariable int version) {
        return View.of("portal/quotation", views.paper(page, actor, request(id), version));
    }

    @GetMapping("/quotes/{id}/photos/{number}.jpg")
    ResponseEntity<byte[]> photo(Actor actor, @PathVariable UUID id, @PathVariable int number) {
        var photos = requests.own(actor, request(id)).photos();
        if (number < 1 || number > photos.size()) {
            throw new Absent("photo " + number);
        }
        return PrivatePicture.of(pictures, photos.get(number - 1));
    }

    @PostMapping("/quotes/{id}/messages")
    View write(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return done(page, actor, id, typed, requests.write(actor, request(id), Typed.text(typed, "message")));
    }

    @PostMapping("/quotes/{id}/survey")
    View choose(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var number = Typed.text(typed, "time");
        return done(
                page,
                actor,
                id,
                typed,
                requests.choose(actor, request(id), number.matches("[1-3]") ? Integer.parseInt(number) : 0));
    }

    @PostMapping("/quotes/{id}/withdrawal")
    View withdraw(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return done(page, actor, id, typed, requests.withdraw(actor, request(id), Typed.text(typed, "reason")));
    }

    /** {@code refund} is what was shown that comes back, in minor units. */
    @PostMapping("/quotes/{id}/calling-off")
    View callOff(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var refund = Typed.text(typed, "refund");
        var shown = refund.matches("[0-9]{1,15}") ? Long.parseLong(refund) : -1;
        return done(page, actor, id, typed, callOffs.callOff(actor, request(id), shown, Typed.text(typed, "reason")));
    }

    /** @param quotation the one that was read: a newer one is shown first */
    @PostMapping("/quotes/{id}/acceptance")
    View accept(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID quotation,
            @RequestParam MultiValueMap<String, String> typed) {
        if (!RegionId.isIn(quotation)) {
            throw new Absent("quotation " + quotation);
        }
        return pay(
                page,
                actor,
                id,
                acceptances.accept(actor, request(id), new QuotationId(quotation), Typed.text(typed, "key")));
    }

    @PostMapping("/quotes/{id}/stages/{number}/payment")
    View payStage(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed) {
        return pay(page, actor, id, acceptances.payStage(actor, request(id), number, Typed.text(typed, "key")));
    }

    private View pay(Page page, Actor actor, UUID id, Outcome<Order> made) {
        return switch (made) {
            case Outcome.Done<Order>(var order) ->
                View.seeOther("/orders/" + order.id().value() + "/checkout");
            case Outcome.Refused<Order>(var why) -> again(page, actor, id, new Form(Map.of(), why), why);
        };
    }

    private View done(
            Page page, Actor actor, UUID id, MultiValueMap<String, String> typed, Outcome<QuoteRequest> outcome) {
        return switch (outcome) {
            case Outcome.Done<QuoteRequest> _ -> View.seeOther("/quotes/" + id);
            case Outcome.Refused<QuoteRequest>(var why) -> again(page, actor, id, new Form(typed, why), why);
        };
    }

    private View again(Page page, Actor actor, UUID id, Form form, Refusal why) {
        return View.of("portal/quote", views.of(page, actor, request(id), form), Problems.status(why.reason()));
    }

    private static RequestId request(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("request " + id);
        }
        return new RequestId(id);
    }
}
