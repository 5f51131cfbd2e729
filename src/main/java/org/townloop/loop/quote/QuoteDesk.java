package org.townloop.loop.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.Workplaces;

/** What a place does with the requests it gets: look, ask, write an offer, say no, call off. */
@Component
public class QuoteDesk {

    private record QuotationRef(QuotationId id) {}

    private final Requests requests;
    private final Quotations quotations;
    private final Messages messages;
    private final Progress progress;
    private final Closing closing;
    private final Writing writing;
    private final Surveys surveys;
    private final OfferCheck check;
    private final QuoteNotices notices;
    private final Places places;
    private final Regions regions;
    private final Workplaces workplaces;
    private final Idempotency idempotency;
    private final Atomically atomically;
    private final Clock clock;

    QuoteDesk(
            Requests requests,
            Quotations quotations,
            Messages messages,
            Progress progress,
            Closing closing,
            Writing writing,
            Surveys surveys,
            OfferCheck check,
            QuoteNotices notices,
            Places places,
            Regions regions,
            Workplaces workplaces,
            Idempotency idempotency,
            Atomically atomically,
            Clock clock) {
        this.requests = requests;
        this.quotations = quotations;
        this.messages = messages;
        this.progress = progress;
        this.closing = closing;
        this.writing = writing;
        this.surveys = surveys;
        this.check = check;
        this.notices = notices;
        this.places = places;
        this.regions = regions;
        this.workplaces = workplaces;
        this.idempotency = idempotency;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** How many requests wait for an answer of the place. */
    public int waiting(PlaceId place) {
        return requests.waiting(place);
    }

    /**
     * The requests of a place, the newest first.
     *
     * @throws Absent if the actor does not run it
     */
    public List<QuoteRequest> at(Actor staff, PlaceId place, int limit) {
        workplaces.get(staff, Right.SEE_DESK, place);
        return requests.at(place, limit);
    }

    /** The newest offer of each. */
    public Map<RequestId, Quotation> newest(List<QuoteRequest> seen) {
        return quotations.newest(seen.stream().map(QuoteRequest::id).toList());
    }

    /**
     * A request at a place of the actor's.
     *
     * @throws Absent if there is none
     */
    public QuoteRequest get(Actor staff, RequestId id) {
        var request = requests.get(id);
        workplaces.get(staff, Right.SEE_DESK, request.place());
        return request;
    }

    public List<Quotation> quotations(Actor staff, RequestId id) {
        return quotations.of(get(staff, id).id());
    }

    public List<QuoteMessage> messages(Actor staff, RequestId id) {
        return messages.of(get(staff, id).id());
    }

    public List<SurveyTime> surveyTimes(Actor staff, RequestId id) {
        return messages.surveys(get(staff, id).id());
    }

    public Outcome<QuoteRequest> write(Actor staff, RequestId id, String words) {
        return act(staff, id, standing -> writing.write(standing.request(), staff.person(), true, words));
    }

    /** Proposes one to three times at which somebody could come and look. */
    public Outcome<QuoteRequest> propose(Actor staff, RequestId id, StaffId who, List<Instant> times, int minutes) {
        return act(staff, id, standing -> surveys.propose(standing.request(), who, times, minutes));
    }

    /** Says no; nobody can once it was accepted. */
    public Outcome<QuoteRequest> decline(Actor staff, RequestId id, String reason) {
        return act(
                staff,
                id,
                standing -> closing.close(standing, RequestState.DECLINED, reason)
                        .map(declined -> {
                            notices.tellResident(declined, Words.of("They cannot do it.", "商家表示无法承接。"), "declined");
                            return declined;
                        }));
    }

    /**
     * Writes an offer. One that was written before and not accepted cannot be accepted any more.
     *
     * @param key the same key and offer are written once
     */
    public Outcome<Quotation> offer(Actor staff, RequestId id, NewQuotation wanted, String key) {
        var seen = get(staff, id);
        workplaces.get(staff, Right.RUN_PLACE, seen.place());
        var rules = new QuotationRules(
                places.staff(seen.place()).stream().map(Staff::id).collect(Collectors.toSet()),
                regions.get(id.region()).currency(),
                clock.instant());
        var refusal = rules.refusal(wanted);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return idempotency
                .once(
                        new Idempotency.Call(
                                staff.person().value(), "offer-quotation", key, List.of(id, wanted.said())),
                        QuotationRef.class,
                        () -> offer(staff, progress.lock(id), wanted).map(written -> new QuotationRef(written.id())))
                .map(written -> quotations.get(written.id()));
    }

    private Outcome<Quotation> offer(Actor staff, Progress.Standing standing, NewQuotation wanted) {
        var request = standing.request();
        if (request.state() == RequestState.ACCEPTED
                || standing.live()
                        .filter(live -> live.state() == QuotationState.HELD)
                        .isPresent()) {
            return Outcome.refused(QuoteReason.QUOTATION_ACCEPTED);
        }
        if (!request.state().mayBeOffered()) {
            return Outcome.refused(QuoteReason.QUOTE_REQUEST_CLOSED);
        }
        surveys.free(request);
        var now = clock.instant();
        var quotation = quotation(request, wanted, now);
        var refusal = check.refusal(request, quotation.work(), quotation.first());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        standing.live().ifPresent(live -> quotations.become(live, QuotationState.SUPERSEDED, now));
        quotations.insert(quotation, staff.person());
        var next = requests.become(request, RequestState.OFFERED, null, now);
        notices.arrived(next, quotation, now);
        return Outcome.done(quotation);
    }

    private Quotation quotation(QuoteRequest request, NewQuotation wanted, Instant now) {
        var currency = regions.get(request.id().region()).currency();
        var stages = IntStream.range(0, wanted.stages().size())
                .mapToObj(i -> stage(i + 1, wanted.stages().get(i)))
                .toList();
        return new Quotation(
                new QuotationId(Ids.next(request.id().region(), now)),
                request.id(),
                quotations.of(request.id()).size() + 1,
                QuotationState.OPEN,
                wanted.lines().stream()
                        .map(line -> new QuoteLine(line.text().strip(), line.amount()))
                        .toList(),
                QuotationRules.total(wanted.lines(), currency),
                Objects.requireNonNullElse(Written.plain(wanted.note()), ""),
                wanted.validUntil(),
                wanted.work(),
                stages,
                now,
                null);
    }

    private static Stage stage(int number, NewQuotation.NewStage wanted) {
        return new Stage(
                number,
                wanted.name().strip(),
                wanted.amount(),
                wanted.due(),
                wanted.due() == Due.BEFORE_WORK ? wanted.daysBefore() : 0,
                null,
                null);
    }

    private Outcome<QuoteRequest> act(
            Actor staff, RequestId id, Function<Progress.Standing, Outcome<QuoteRequest>> what) {
        workplaces.get(staff, Right.RUN_PLACE, get(staff, id).place());
        return atomically.run(() -> what.apply(progress.lock(id)));
    }
}
