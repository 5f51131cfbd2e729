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
import org.townloop.loop.quote.NewQuotation;
import org.townloop.loop.quote.PaidStages;
import org.townloop.loop.quote.QuotationState;
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
import org.townloop.surface.page.Times;

/** Gathers what the desk shows of requests for quotations. */
@Component
class QuoteViews {

    private static final int STAGES = 3;

    private final QuoteDesk quotes;
    private final PaidStages paidStages;
    private final Offers offers;
    private final Packs packs;
    private final Places places;
    private final People people;
    private final Regions regions;

    QuoteViews(
            QuoteDesk quotes,
            PaidStages paidStages,
            Offers offers,
            Packs packs,
            Places places,
            People people,
            Regions regions) {
        this.quotes = quotes;
        this.paidStages = paidStages;
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
        var money = paidStages.money(all);
        var isHeld = all.stream().anyMatch(quotation -> quotation.state() == QuotationState.HELD);
        var ever = places.staffEver(request.place());
        var quote = offers.get(request.offer(), request.offerVersion()).byQuote();
        var who = name(people.get(Set.of(request.resident())), request);
        return new QuoteView(
                desk,
                form,
                "/desk/quotes/" + request.id().value(),
                page.say(request.title()),
                who,
                RequestWords.state(page, request.state()),
                RequestWords.tone(request.state()),
                say(page, times, request, isHeld),
                times.moment(request.askedAt()),
                request.words(),
                facts(page, request, proposed(page, times, actor, request)),
                request.photos().size(),
                Talk.of(times, quotes.messages(actor, request.id()), who, desk.name(), true),
                request.state().mayBeOffered() || request.state() == RequestState.ACCEPTED,
                request.state().mayBeOffered() && !isHeld,
                sums,
                request.state().isOpen(),
                quote != null && quote.survey() && request.state().isOpen() && request.state() != RequestState.OFFERED,
                request.state() == RequestState.ACCEPTED,
                all.stream()
                        .map(quotation -> QuotationSheet.of(page, times, request, quotation, money, ever))
                        .toList(),
                places.staff(request.place()),
                regions.get(request.id().region()).currency().getDisplayName(page.locale()),
                stages(form),
                request.reason());
    }

    /** @param isHeld whether a quotation was accepted and its first stage is being paid */
    private static String say(Page page, Times times, QuoteRequest request, boolean isHeld) {
        var survey = request.survey();
        return page.text(
                "desk.quote.say." + (isHeld ? "held" : RequestWords.code(request.state())),
                "when",
                request.state() == RequestState.SURVEY_AGREED && survey != null
                        ? times.moment(survey.at())
                        : times.date(request.answerBy().minusSeconds(1)));
    }

    /** One more than are filled in. */
    private static List<QuoteView.StageField> stages(Form form) {
        var filled = IntStream.rangeClosed(1, NewQuotation.MOST_STAGES)
                .filter(row -> !form.value("stage" + row).isBlank()
                        || !form.value("part" + row).isBlank())
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, Math.clamp(filled + 1, STAGES, NewQuotation.MOST_STAGES))
                .mapToObj(number -> new QuoteView.StageField(number, number == 1))
                .toList();
    }

    /** The times of which the resident is to choose one; empty if none are. */
    private String proposed(Page page, Times times, Actor actor, QuoteRequest request) {
        return request.state() != RequestState.SURVEY_PROPOSED
                ? ""
                : quotes.surveyTimes(actor, request.id()).stream()
                        .map(time -> times.moment(time.at()))
                        .collect(Collectors.joining(page.text("page.semicolon")));
    }

    private List<QuoteView.Fact> facts(Page page, QuoteRequest request, String proposed) {
        var facts = new ArrayList<QuoteView.Fact>();
        add(facts, page.text("desk.quote.proposed"), proposed);
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
