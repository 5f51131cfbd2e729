package org.townloop.loop.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.loop.checkout.AgreedOrders;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Somebody comes to look before the offer is written: whoever comes is taken for that time. */
@Component
class Surveys {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 240;

    private final Requests requests;
    private final Messages messages;
    private final AgreedOrders agreed;
    private final Bookings bookings;
    private final Offers offers;
    private final Places places;
    private final QuoteNotices notices;
    private final Clock clock;

    Surveys(
            Requests requests,
            Messages messages,
            AgreedOrders agreed,
            Bookings bookings,
            Offers offers,
            Places places,
            QuoteNotices notices,
            Clock clock) {
        this.requests = requests;
        this.messages = messages;
        this.agreed = agreed;
        this.bookings = bookings;
        this.offers = offers;
        this.places = places;
        this.notices = notices;
        this.clock = clock;
    }

    /** In the caller's transaction, on a request that it has locked: the resident is to choose one of the times. */
    Outcome<QuoteRequest> propose(QuoteRequest request, StaffId staff, List<Instant> times, int minutes) {
        var quote = offer(request).byQuote();
        if (quote == null || !quote.survey()) {
            return Outcome.refused(QuoteReason.SURVEY_NOT_OFFERED);
        }
        if (!request.state().isOpen() || request.state() == RequestState.OFFERED) {
            return Outcome.refused(QuoteReason.QUOTE_REQUEST_CLOSED);
        }
        var now = clock.instant();
        var works = places.staff(request.place()).stream()
                .anyMatch(person -> person.id().equals(staff));
        if (times.isEmpty()
                || times.size() > SurveyTime.MOST
                || !works
                || minutes < SHORTEST
                || minutes > LONGEST
                || times.stream().anyMatch(time -> !time.isAfter(now))) {
            return Outcome.refused(
                    Refusal.of(QuoteReason.SURVEY_TIMES_INVALID, "times", Map.of("max", SurveyTime.MOST)));
        }
        free(request);
        var proposed = IntStream.range(0, times.size())
                .mapToObj(i -> new SurveyTime(i + 1, staff, times.get(i), minutes))
                .toList();
        messages.propose(request.id(), proposed);
        var next = requests.become(request, RequestState.SURVEY_PROPOSED, null, now);
        notices.tellResident(
                next,
                Words.of("They would like to come and look: choose a time.", "商家想先上门看看，请选一个时间。"),
                "survey " + now);
        return Outcome.done(next);
    }

    /** In the caller's transaction, on a request that it has locked. */
    Outcome<QuoteRequest> choose(QuoteRequest request, int number) {
        if (request.state() != RequestState.SURVEY_PROPOSED) {
            return Outcome.refused(QuoteReason.QUOTE_REQUEST_CLOSED);
        }
        var chosen = messages.surveys(request.id()).stream()
                .filter(time -> time.number() == number)
                .findFirst();
        if (chosen.isEmpty()) {
            return Outcome.refused(QuoteReason.SURVEY_TIME_TAKEN);
        }
        var time = chosen.get();
        var taken = agreed.take(
                request.id().value(),
                offer(request),
                Set.of(time.staff()),
                List.of(new TimeSpan(time.at(), time.ends())),
                time.ends());
        if (taken instanceof Outcome.Refused) {
            return Outcome.refused(QuoteReason.SURVEY_TIME_TAKEN);
        }
        bookings.confirm(request.id().value());
        requests.survey(request.id(), time);
        var next = requests.become(request, RequestState.SURVEY_AGREED, null, clock.instant());
        notices.tellPlace(
                next,
                Words.of("The resident has chosen when you come to look.", "居民选好了上门查看的时间。"),
                "survey " + time.at());
        return Outcome.done(next);
    }

    /** In the caller's transaction: nobody comes to look, if somebody was to. */
    void free(QuoteRequest request) {
        var survey = request.survey();
        if (survey != null && survey.ends().isAfter(clock.instant())) {
            bookings.release(List.of(request.id().value()));
            requests.survey(request.id(), null);
        }
    }

    private Offer offer(QuoteRequest request) {
        return offers.get(request.offer(), request.offerVersion());
    }
}
