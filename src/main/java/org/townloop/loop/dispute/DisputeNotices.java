package org.townloop.loop.dispute;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Words;
import org.townloop.base.notice.Later;
import org.townloop.base.notice.LaterNotices;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.Places;

/** Tells the two how it stands. In the transaction of what it tells of. */
@Component
class DisputeNotices {

    /** Before a time runs out it is said again. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private final Notices notices;
    private final LaterNotices later;
    private final Orders orders;
    private final People people;
    private final Places places;

    DisputeNotices(Notices notices, LaterNotices later, Orders orders, People people, Places places) {
        this.notices = notices;
        this.later = later;
        this.orders = orders;
        this.people = people;
        this.places = places;
    }

    /** To the place: somebody objects, and until when it is to answer. */
    void opened(Dispute dispute, Instant now) {
        var facts = toMerchant(dispute, dispute.dueAt());
        notices.tell(merchants(dispute)
                .map(person -> notice(person, Notice.Kind.DISPUTE_OPENED, dispute, facts, ""))
                .toList());
        remind(dispute, merchants(dispute).toList(), facts, now);
    }

    /** To the resident: the place has offered something, and until when they are to say yes or no. */
    void offered(Dispute dispute, Words what, Instant now) {
        tellResident(dispute, what, "offered");
        remind(dispute, List.of(dispute.resident()), toResident(dispute, dispute.dueAt()), now);
    }

    /** @param what happened, in a sentence; {@code occasion} tells it from what happened before */
    void tellMerchant(Dispute dispute, Words what, String occasion) {
        var facts = toMerchant(dispute, null);
        facts.put("reason", what);
        notices.tell(merchants(dispute)
                .map(person -> notice(person, Notice.Kind.DISPUTE_NEWS, dispute, facts, occasion))
                .toList());
    }

    /** @param what happened, in a sentence; {@code occasion} tells it from what happened before */
    void tellResident(Dispute dispute, Words what, String occasion) {
        var facts = toResident(dispute, null);
        facts.put("reason", what);
        notices.tell(List.of(notice(dispute.resident(), Notice.Kind.DISPUTE_NEWS, dispute, facts, occasion)));
    }

    void tellBoth(Dispute dispute, Words what, String occasion) {
        tellResident(dispute, what, occasion);
        tellMerchant(dispute, what, occasion);
    }

    /** Nobody is waited for any more. */
    void forget(Dispute dispute) {
        later.forget(Notice.Kind.DISPUTE_DUE, List.of(dispute.id().value()));
    }

    private void remind(Dispute dispute, List<PersonId> whom, Map<String, Object> facts, Instant now) {
        forget(dispute);
        var due = dispute.dueAt() == null ? now : dispute.dueAt().minus(BEFORE);
        if (due.isAfter(now)) {
            later.note(whom.stream()
                    .map(person -> new Later(
                            due,
                            notice(
                                    person,
                                    Notice.Kind.DISPUTE_DUE,
                                    dispute,
                                    facts,
                                    dispute.state().name())))
                    .toList());
        }
    }

    private static NewNotice notice(
            PersonId person, Notice.Kind kind, Dispute dispute, Map<String, Object> facts, String occasion) {
        return new NewNotice(person, kind, dispute.id().value(), facts, occasion);
    }

    private Stream<PersonId> merchants(Dispute dispute) {
        return people.merchantsPeople(dispute.id().region(), dispute.merchant().value()).stream();
    }

    private Map<String, Object> toMerchant(Dispute dispute, @Nullable Instant until) {
        return facts(dispute, "/desk/disputes/" + dispute.id().value(), until);
    }

    private Map<String, Object> toResident(Dispute dispute, @Nullable Instant until) {
        return facts(dispute, "/orders/" + dispute.order().value() + "/dispute", until);
    }

    private Map<String, Object> facts(Dispute dispute, String path, @Nullable Instant until) {
        var facts = new HashMap<String, Object>();
        facts.put("title", orders.get(dispute.order()).title());
        facts.put("place", places.get(dispute.place()).name());
        facts.put("path", path);
        if (until != null) {
            facts.put("dueAt", until.toString());
        }
        return facts;
    }
}
