package org.townloop.loop.quote;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.base.notice.Later;
import org.townloop.base.notice.LaterNotices;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.supply.merchant.Places;

/** Tells the two what the other has done. In the transaction of what it tells of. */
@Component
class QuoteNotices {

    private static final Duration ENDING = Duration.ofDays(1);

    private final Notices notices;
    private final LaterNotices later;
    private final People people;
    private final Places places;

    QuoteNotices(Notices notices, LaterNotices later, People people, Places places) {
        this.notices = notices;
        this.later = later;
        this.people = people;
        this.places = places;
    }

    /** To the place: somebody asks. */
    void asked(QuoteRequest request) {
        toPlace(request, Notice.Kind.QUOTE_ASKED, facts(request), "");
    }

    /** @param what happened, in a sentence; {@code occasion} tells it from what happened before */
    void tellPlace(QuoteRequest request, Words what, String occasion) {
        var facts = facts(request);
        facts.put("reason", what);
        toPlace(request, Notice.Kind.QUOTE_NEWS, facts, occasion);
    }

    /** @param what happened, in a sentence; {@code occasion} tells it from what happened before */
    void tellResident(QuoteRequest request, Words what, String occasion) {
        var facts = facts(request);
        facts.put("reason", what);
        facts.put("path", path(request));
        tell(request, Notice.Kind.QUOTE_NEWS, facts, occasion);
    }

    /** An offer is there, and the day before it runs out it is said again. */
    void arrived(QuoteRequest request, Quotation quotation, Instant now) {
        var facts = money(request, quotation.total());
        tell(request, Notice.Kind.QUOTE_ARRIVED, facts, Integer.toString(quotation.version()));
        var due = quotation.validUntil().minus(ENDING);
        forget(request);
        if (due.isAfter(now)) {
            later.note(List.of(new Later(
                    due,
                    new NewNotice(
                            request.resident(),
                            Notice.Kind.QUOTE_ENDING,
                            request.id().value(),
                            facts))));
        }
    }

    /** It was accepted, or is over: nobody need be told that it runs out. */
    void forget(QuoteRequest request) {
        later.forget(Notice.Kind.QUOTE_ENDING, List.of(request.id().value()));
    }

    void due(QuoteRequest request, Stage stage) {
        var facts = money(request, stage.amount());
        facts.put("reason", Words.of(stage.name(), stage.name()));
        tell(request, Notice.Kind.STAGE_DUE, facts, Integer.toString(stage.number()));
    }

    private void toPlace(QuoteRequest request, Notice.Kind kind, Map<String, Object> facts, String occasion) {
        facts.put("path", "/desk/quotes/" + request.id().value());
        notices.tell(
                people.merchantsPeople(request.id().region(), request.merchant().value()).stream()
                        .map(person -> new NewNotice(person, kind, request.id().value(), facts, occasion))
                        .toList());
    }

    private void tell(QuoteRequest request, Notice.Kind kind, Map<String, Object> facts, String occasion) {
        notices.tell(
                List.of(new NewNotice(request.resident(), kind, request.id().value(), facts, occasion)));
    }

    private Map<String, Object> money(QuoteRequest request, Money amount) {
        var facts = facts(request);
        facts.put("path", path(request));
        facts.put("totalMinor", amount.minor());
        facts.put("currency", amount.currency().getCurrencyCode());
        return facts;
    }

    private Map<String, Object> facts(QuoteRequest request) {
        var facts = new HashMap<String, Object>();
        facts.put("title", request.title());
        facts.put("place", places.get(request.place()).name());
        return facts;
    }

    private static String path(QuoteRequest request) {
        return "/quotes/" + request.id().value();
    }
}
