package org.townloop.surface.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.region.Regions;
import org.townloop.loop.quote.Acceptances;
import org.townloop.loop.quote.NewQuotation;
import org.townloop.loop.quote.QuoteDesk;
import org.townloop.loop.quote.QuoteRequest;
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

/** Gathers what the desk shows of requests for quotations. */
@Component
class QuoteViews {

    private final QuoteDesk quotes;
    private final Acceptances acceptances;
    private final Offers offers;
    private final Packs packs;
    private final Places places;
    private final People people;
    private final Regions regions;

    QuoteViews(
            QuoteDesk quotes,
            Acceptances acceptances,
            Offers offers,
            Packs packs,
            Places places,
            People people,
            Regions regions) {
        this.quotes = quotes;
        this.acceptances = acceptances;
        this.offers = offers;
        this.packs = packs;
        this.places = places;
        this.people = people;
        this.regions = regions;
    }

    QuoteForm form(QuoteRequest request, Map<String, List<String>> typed) {
        var region = regions.get(request.id().region());
        return new QuoteForm(region.zone(), region.currency(), typed);
    }

    QuotesView list(Desk desk, List<QuoteRequest> seen) {
        var page = desk.page();
        var newest = quotes.newest(seen);
        var names = people.get(seen.stream().map(QuoteRequest::resident).collect(Collectors.toSet()));
        return new QuotesView(
                desk,
                seen.stream()
                        .map(request -> new QuotesView.Entry(
                                "/desk/quotes/" + request.id().value(),
                                page.say(request.title()),
                                name(names, request),
                                desk.times().ago(request.askedAt()),
                                request.state() == RequestState.ASKED
                                        ? desk.times().date(request.answerBy().minusSeconds(1))
                                        : null,
                                request.isLate(desk.times().now()),
                                Optional.ofNullable(newest.get(request.id()))
                                        .map(quotation -> page.money(quotation.total()))
                                        .orElse(null),
                                RequestWords.state(page, request.state()),
                                RequestWords.tone(request.state())))
                        .toList());
    }

    /** With what was written last, to be changed; what is typed now stands before it. */
    Form begun(Actor actor, QuoteRequest request, Form form) {
        var all = quotes.quotations(actor, request.id());
        if (all.isEmpty() || form.typed().containsKey("line1")) {
            return form;
        }
        var fields = new LinkedHashMap<String, List<String>>(Map.of("surveyMinutes", List.of("60")));
        fields.putAll(
                QuoteForm.of(all.getFirst(), regions.get(request.id().region()).zone()));
        fields.putAll(form.typed());
        return new Form(fields, form.refusal());
    }

    QuoteView.Sums sums(Page page, QuoteForm.Sums sums) {
        var left = sums.total().minus(sums.stages());
        return new QuoteView.Sums(
                page.money(sums.total()),
                page.money(sums.stages()),
                left.isZero()
                        ? null
                        : left.isPositive()
                                ? page.text("desk.quote.sum.less", "amount", page.money(left))
                                : page.text(
                                        "desk.quote.sum.more",
                                        "amount",
                                        page.money(sums.stages().minus(sums.total()))));
    }

    QuoteView of(Desk desk, Actor actor, QuoteRequest request, Form form, QuoteView.@Nullable Sums sums) {
        var page = desk.page();
        var times = desk.times();
        var all = quotes.quotations(actor, request.id());
        var orders = acceptances.orders(all);
        var ever = places.staffEver(request.place());
        var quote = offers.get(request.offer(), request.offerVersion()).byQuote();
        var who = name(people.get(Set.of(request.resident())), request);
        var survey = request.survey();
        return new QuoteView(
                desk,
                form,
                "/desk/quotes/" + request.id().value(),
                page.say(request.title()),
                who,
                RequestWords.state(page, request.state()),
                times.moment(request.askedAt()),
                request.words(),
                facts(page, request),
                request.photos().size(),
                Talk.of(times, quotes.messages(actor, request.id()), who, desk.name(), true),
                request.state().mayBeOffered() || request.state() == RequestState.ACCEPTED,
                request.state().mayBeOffered(),
                sums,
                request.state().isOpen(),
                quote != null && quote.survey() && request.state().isOpen() && request.state() != RequestState.OFFERED,
                survey == null ? null : times.moment(survey.at()),
                request.state() == RequestState.ACCEPTED,
                all.stream()
                        .map(quotation -> QuotationSheet.of(page, times, request, quotation, orders, ever))
                        .toList(),
                places.staff(request.place()),
                regions.get(request.id().region()).currency().getDisplayName(page.locale()),
                IntStream.rangeClosed(1, NewQuotation.MOST_STAGES)
                        .mapToObj(number -> new QuoteView.StageField(number, number == 1))
                        .toList(),
                request.reason());
    }

    private List<QuoteView.Fact> facts(Page page, QuoteRequest request) {
        var facts = new ArrayList<QuoteView.Fact>();
        add(facts, page.text("desk.quote.address"), request.address());
        add(facts, page.text("desk.quote.destination"), request.destination());
        add(facts, page.text("desk.quote.wished"), request.wished());
        add(facts, page.text("desk.quote.phone"), request.phone());
        var offer = offers.get(request.offer(), request.offerVersion());
        for (var question :
                packs.get(offer.pack(), offer.packVersion()).practice().questions()) {
            add(
                    facts,
                    page.say(question.label()),
                    answer(page, question, request.answers().get(question.key())));
        }
        return facts;
    }

    private static @Nullable String answer(Page page, Question question, @Nullable String answer) {
        return switch (question.type()) {
            case FLAG -> "yes".equals(answer) ? page.text("desk.quote.yes") : null;
            case CHOICE ->
                question.choices().stream()
                        .filter(choice -> choice.key().equals(answer))
                        .map(choice -> page.say(choice.label()))
                        .findFirst()
                        .orElse(answer);
            case TEXT, NUMBER -> answer;
        };
    }

    private static void add(List<QuoteView.Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new QuoteView.Fact(label, value));
        }
    }

    private static String name(Map<PersonId, Person> names, QuoteRequest request) {
        var person = names.get(request.resident());
        return person == null ? "" : person.name();
    }
}
