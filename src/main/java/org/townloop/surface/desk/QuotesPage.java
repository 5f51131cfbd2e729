package org.townloop.surface.desk;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.townloop.base.media.Pictures;
import org.townloop.loop.quote.NewQuotation;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuoteCallOffs;
import org.townloop.loop.quote.QuoteDesk;
import org.townloop.loop.quote.QuoteReason;
import org.townloop.loop.quote.RequestId;
import org.townloop.loop.quote.SurveyTime;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PrivatePicture;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Requests for quotations: what is asked, and answering it. */
@Controller
class QuotesPage {

    private static final int SHOWN = 200;

    private final Desks desks;
    private final QuoteDesk quotes;
    private final QuoteCallOffs callOffs;
    private final QuoteViews views;
    private final Pictures pictures;

    QuotesPage(Desks desks, QuoteDesk quotes, QuoteCallOffs callOffs, QuoteViews views, Pictures pictures) {
        this.desks = desks;
        this.quotes = quotes;
        this.callOffs = callOffs;
        this.views = views;
        this.pictures = pictures;
    }

    @GetMapping("/desk/quotes")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID place) {
        return desks.open(
                page,
                actor,
                Right.SEE_DESK,
                place,
                Desk.Tab.QUOTES,
                desk -> View.of(
                        "desk/quotes",
                        views.list(desk, quotes.at(actor, desk.place().id(), SHOWN))));
    }

    @GetMapping("/desk/quotes/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return shown(page, actor, request(id), Form.EMPTY, HttpStatus.OK);
    }

    @GetMapping("/desk/quotes/{id}/photos/{number}.jpg")
    ResponseEntity<byte[]> photo(Actor actor, @PathVariable UUID id, @PathVariable int number) {
        var photos = quotes.get(actor, request(id)).photos();
        if (number < 1 || number > photos.size()) {
            throw new Absent("photo " + number);
        }
        return PrivatePicture.of(pictures, photos.get(number - 1));
    }

    @PostMapping("/desk/quotes/{id}/messages")
    View write(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return done(page, actor, id, typed, quotes.write(actor, request(id), Typed.text(typed, "message")));
    }

    @PostMapping("/desk/quotes/{id}/survey")
    View propose(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var form = views.form(quotes.get(actor, request(id)), typed);
        var times = form.surveys();
        var who = form.staff("surveyor");
        return done(
                page,
                actor,
                id,
                typed,
                times.isEmpty() || who.isEmpty()
                        ? Outcome.refused(
                                Refusal.of(QuoteReason.SURVEY_TIMES_INVALID, "times", Map.of("max", SurveyTime.MOST)))
                        : quotes.propose(
                                actor, request(id), who.getFirst(), times, Saved.number(typed, "surveyMinutes", 60)));
    }

    @PostMapping("/desk/quotes/{id}/decline")
    View decline(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return done(page, actor, id, typed, quotes.decline(actor, request(id), Typed.text(typed, "reason")));
    }

    @PostMapping("/desk/quotes/{id}/calling-off")
    View callOff(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        quotes.get(actor, request(id));
        return done(page, actor, id, typed, callOffs.callOffByPlace(actor, request(id), Typed.text(typed, "reason")));
    }

    /** @param typed with {@code reckon} if it is only to be said what it comes to */
    @PostMapping("/desk/quotes/{id}/quotations")
    View offer(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var form = views.form(quotes.get(actor, request(id)), typed);
        if (typed.containsKey("reckon") && form.sums() instanceof Outcome.Done<QuoteForm.Sums>(var sums)) {
            return shown(page, actor, request(id), new Form(typed, null), sums, HttpStatus.OK);
        }
        var written = switch (form.read()) {
            case Outcome.Refused<NewQuotation>(var why) -> Outcome.<Quotation>refused(why);
            case Outcome.Done<NewQuotation>(var wanted) ->
                quotes.offer(actor, request(id), wanted, Typed.text(typed, "key"));
        };
        return done(page, actor, id, typed, written);
    }

    private <T> View done(Page page, Actor actor, UUID id, MultiValueMap<String, String> typed, Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> _ -> View.seeOther("/desk/quotes/" + id);
            case Outcome.Refused<T>(var why) ->
                shown(page, actor, request(id), new Form(typed, why), Problems.status(why.reason()));
        };
    }

    private View shown(Page page, Actor actor, RequestId id, Form form, HttpStatus status) {
        return shown(page, actor, id, form, null, status);
    }

    private View shown(
            Page page, Actor actor, RequestId id, Form form, QuoteForm.@Nullable Sums sums, HttpStatus status) {
        var request = quotes.get(actor, id);
        return desks.open(
                page,
                actor,
                Right.SEE_DESK,
                request.place().value(),
                Desk.Tab.QUOTES,
                desk -> View.of(
                        "desk/quote",
                        views.of(
                                desk,
                                actor,
                                request,
                                views.begun(actor, request, form),
                                sums == null ? null : views.sums(page, sums)),
                        status));
    }

    private static RequestId request(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("request " + id);
        }
        return new RequestId(id);
    }
}
