package org.townloop.loop.quote;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Turns;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** What a resident does with a request: ask, write, choose when somebody comes to look, take it back. */
@Component
public class QuoteRequests {

    /** Of one resident that are still to be agreed on. */
    static final int MOST_OPEN = 20;

    public static final int MOST_PHOTOS = 8;

    private record RequestRef(RequestId id) {}

    private final Requests requests;
    private final Quotations quotations;
    private final Messages messages;
    private final Progress progress;
    private final Closing closing;
    private final Writing writing;
    private final RequestRules rules;
    private final Surveys surveys;
    private final QuoteNotices notices;
    private final Offers offers;
    private final Turns turns;
    private final Idempotency idempotency;
    private final Atomically atomically;
    private final Gate gate;
    private final Clock clock;

    QuoteRequests(
            Requests requests,
            Quotations quotations,
            Messages messages,
            Progress progress,
            Closing closing,
            Writing writing,
            RequestRules rules,
            Surveys surveys,
            QuoteNotices notices,
            Offers offers,
            Turns turns,
            Idempotency idempotency,
            Atomically atomically,
            Gate gate,
            Clock clock) {
        this.requests = requests;
        this.quotations = quotations;
        this.messages = messages;
        this.progress = progress;
        this.closing = closing;
        this.writing = writing;
        this.rules = rules;
        this.surveys = surveys;
        this.notices = notices;
        this.offers = offers;
        this.turns = turns;
        this.idempotency = idempotency;
        this.atomically = atomically;
        this.gate = gate;
        this.clock = clock;
    }

    /** Asks a place for a quotation; the same key asks once. */
    public Outcome<QuoteRequest> ask(Actor actor, NewRequest wanted, String key) {
        gate.require(actor, Right.OWN, Scope.person(actor.person()));
        var offer = offers.get(List.of(wanted.offer())).get(wanted.offer());
        var refusal = rules.refusal(actor, offer, wanted);
        if (refusal.isPresent() || offer == null) {
            return Outcome.refused(refusal.orElse(Refusal.of(QuoteReason.QUOTE_NOT_ASKED_FOR, "offerId")));
        }
        return idempotency
                .once(
                        new Idempotency.Call(actor.person().value(), "ask-quote", key, wanted),
                        RequestRef.class,
                        () -> ask(actor.person(), offer, wanted).map(request -> new RequestRef(request.id())))
                .map(ref -> requests.get(ref.id()));
    }

    /**
     * One's own.
     *
     * @throws Absent if it is not the actor's
     */
    public QuoteRequest own(Actor actor, RequestId id) {
        var request = requests.get(id);
        gate.require(actor, Right.OWN, Scope.person(request.resident()));
        return request;
    }

    /** The actor's own, the newest first. */
    public List<QuoteRequest> of(Actor actor, int limit) {
        return requests.of(actor.person(), limit);
    }

    /** All offers that were written for a request of the actor's, the newest first. */
    public List<Quotation> quotations(Actor actor, RequestId id) {
        return quotations.of(own(actor, id).id());
    }

    /** The newest offer of each of the actor's own. */
    public Map<RequestId, Quotation> newest(List<QuoteRequest> own) {
        return quotations.newest(own.stream().map(QuoteRequest::id).toList());
    }

    public List<QuoteMessage> messages(Actor actor, RequestId id) {
        return messages.of(own(actor, id).id());
    }

    /** When somebody could come and look; empty unless one of the times is to be chosen. */
    public List<SurveyTime> surveyTimes(Actor actor, RequestId id) {
        return own(actor, id).state() == RequestState.SURVEY_PROPOSED ? messages.surveys(id) : List.of();
    }

    public Outcome<QuoteRequest> write(Actor actor, RequestId id, String words) {
        own(actor, id);
        return atomically.run(() -> writing.write(progress.lock(id).request(), actor.person(), false, words));
    }

    /** One of the times at which somebody could come: from now on they are taken then. */
    public Outcome<QuoteRequest> choose(Actor actor, RequestId id, int number) {
        own(actor, id);
        return atomically.run(() -> surveys.choose(progress.lock(id).request(), number));
    }

    /** The resident does not want it any more, or not like that; not once it was accepted and paid. */
    public Outcome<QuoteRequest> withdraw(Actor actor, RequestId id, String reason) {
        own(actor, id);
        return atomically.run(() -> closing.close(progress.lock(id), RequestState.WITHDRAWN, reason)
                .map(closed -> {
                    notices.tellPlace(
                            closed, Words.of("The resident has taken the request back.", "居民撤回了报价申请。"), "withdrawn");
                    return closed;
                }));
    }

    private Outcome<QuoteRequest> ask(PersonId resident, Offer offer, NewRequest wanted) {
        turns.take("quote-requests", resident.value());
        if (requests.open(resident) >= MOST_OPEN) {
            return Outcome.refused(
                    Refusal.of(QuoteReason.QUOTE_REQUESTS_TOO_MANY, "offerId", Map.of("max", MOST_OPEN)));
        }
        turns.take("quote-number", offer.place().value());
        var request = request(resident, offer, wanted);
        requests.insert(request);
        notices.asked(request);
        return Outcome.done(request);
    }

    private QuoteRequest request(PersonId resident, Offer offer, NewRequest wanted) {
        var now = clock.instant();
        return new QuoteRequest(
                new RequestId(Ids.next(offer.region(), now)),
                requests.nextNumber(offer.place()),
                resident,
                offer.merchant(),
                offer.place(),
                offer.id(),
                offer.version(),
                offer.title(),
                RequestState.ASKED,
                wanted.answers(),
                Written.plain(wanted.words()),
                Written.plain(wanted.wished()),
                Written.plain(wanted.phone()),
                Written.plain(wanted.address()),
                Written.plain(wanted.destination()),
                now,
                rules.answerBy(offer, now),
                null,
                null,
                null,
                wanted.photos());
    }
}
