package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.region.Regions;
import org.townloop.loop.quote.PaidStages;
import org.townloop.loop.quote.QuotationState;
import org.townloop.loop.quote.QuoteCallOffs;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.QuoteRequests;
import org.townloop.loop.quote.RequestId;
import org.townloop.loop.quote.RequestState;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.Question;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.QuotationSheet;
import org.townloop.surface.page.RequestWords;
import org.townloop.surface.page.Talk;
import org.townloop.surface.page.Times;

/** Gathers what the pages of requests for quotations show. */
@Component
class QuoteViews {

    private final QuoteRequests requests;
    private final PaidStages paidStages;
    private final QuoteCallOffs callOffs;
    private final Places places;
    private final Packs packs;
    private final Offers offers;
    private final Regions regions;

    QuoteViews(
            QuoteRequests requests,
            PaidStages paidStages,
            QuoteCallOffs callOffs,
            Places places,
            Packs packs,
            Offers offers,
            Regions regions) {
        this.requests = requests;
        this.paidStages = paidStages;
        this.callOffs = callOffs;
        this.places = places;
        this.packs = packs;
        this.offers = offers;
        this.regions = regions;
    }

    QuoteView.All list(Page page, List<QuoteRequest> own) {
        var newest = requests.newest(own);
        var known = places.get(own.stream().map(QuoteRequest::place).collect(Collectors.toSet()));
        return new QuoteView.All(
                page,
                own.stream()
                        .map(request -> new QuoteView.Entry(
                                href(request),
                                page.say(request.title()),
                                page.say(Objects.requireNonNull(known.get(request.place()))
                                        .name()),
                                page.times().ago(request.askedAt()),
                                Optional.ofNullable(newest.get(request.id()))
                                        .map(quotation -> page.money(quotation.total()))
                                        .orElse(null),
                                RequestWords.state(page, request.state()),
                                RequestWords.tone(request.state())))
                        .toList());
    }

    QuoteView of(Page page, Actor actor, RequestId id, Form form) {
        var request = requests.own(actor, id);
        var place = places.get(request.place());
        var times = page.times().in(regions.get(id.region()).zone());
        var all = requests.quotations(actor, id);
        var money = paidStages.money(all);
        var staff = places.staffEver(place.id());
        var sheets = all.stream()
                .map(quotation -> QuotationSheet.of(page, times, request, quotation, money, staff))
                .toList();
        var live = all.isEmpty() ? null : all.getFirst();
        var open = live != null
                && request.state() == RequestState.OFFERED
                && (live.state() == QuotationState.OPEN && live.validUntil().isAfter(times.now())
                        || live.state() == QuotationState.HELD);
        return new QuoteView(
                page,
                form,
                UUID.randomUUID().toString(),
                href(request),
                page.say(request.title()),
                page.say(place.name()),
                "/offers/" + request.offer().value(),
                RequestWords.state(page, request.state()),
                RequestWords.tone(request.state()),
                QuoteWords.said(page, times, request, live, money),
                asked(page, times, request),
                requests.surveyTimes(actor, id).stream()
                        .map(time -> new QuoteView.Time(
                                time.number(), times.moment(time.at()) + "–" + times.time(time.ends())))
                        .toList(),
                Talk.of(
                        times,
                        requests.messages(actor, id),
                        page.text("portal.quote.you"),
                        page.say(place.name()),
                        false),
                request.state().mayBeOffered() || request.state() == RequestState.ACCEPTED,
                request.state().isOpen(),
                sheets.isEmpty() ? null : sheets.getFirst(),
                open && live != null ? live.id().value().toString() : null,
                live == null ? null : page.money(live.first().amount()),
                sheets.size() < 2 ? List.of() : sheets.subList(1, sheets.size()),
                request.state() == RequestState.ACCEPTED && live != null
                        ? QuoteWords.off(page, callOffs.refund(live), money.paid(live))
                        : null,
                policies(page, request));
    }

    QuoteView.Paper paper(Page page, Actor actor, RequestId id, int version) {
        var request = requests.own(actor, id);
        var place = places.get(request.place());
        var times = page.times().in(regions.get(id.region()).zone());
        var all = requests.quotations(actor, id);
        var wanted = all.stream()
                .filter(quotation -> quotation.version() == version)
                .findFirst()
                .orElseThrow(() -> new Absent("paper " + version));
        return new QuoteView.Paper(
                page,
                href(request),
                page.say(request.title()),
                page.say(place.name()),
                page.say(place.address()),
                actor.name(),
                QuotationSheet.of(
                        page, times, request, wanted, paidStages.money(List.of(wanted)), places.staffEver(place.id())));
    }

    private List<String> policies(Page page, QuoteRequest request) {
        var offer = offers.get(request.offer(), request.offerVersion());
        var mode = packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
        return Policies.ofStages(page, mode.cancellation(), mode.noShow());
    }

    private QuoteView.Asked asked(Page page, Times times, QuoteRequest request) {
        var facts = new ArrayList<QuoteView.Fact>();
        add(
                facts,
                page.text(request.destination() == null ? "portal.quote.address" : "portal.stage.from"),
                request.address());
        add(facts, page.text("portal.stage.to"), request.destination());
        add(facts, page.text("portal.quote.wished"), request.wished());
        add(facts, page.text("portal.quote.phone"), request.phone());
        var offer = offers.get(request.offer(), request.offerVersion());
        for (var field : Practised.of(
                        page, packs.get(offer.pack(), offer.packVersion()).practice(), request.answers())
                .fields()) {
            add(facts, field.label(), answer(page, field));
        }
        return new QuoteView.Asked(
                times.moment(request.askedAt()),
                request.words(),
                facts,
                request.photos().size());
    }

    private static String answer(Page page, Practised.Field field) {
        return field.is(Question.Type.FLAG)
                ? field.value().equals("yes") ? page.text("portal.quote.yes") : ""
                : field.choices().stream()
                        .filter(choice -> choice.key().equals(field.value()))
                        .map(Practised.Choice::label)
                        .findFirst()
                        .orElse(field.value());
    }

    private static void add(List<QuoteView.Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new QuoteView.Fact(label, value));
        }
    }

    static String href(QuoteRequest request) {
        return "/quotes/" + request.id().value();
    }
}
