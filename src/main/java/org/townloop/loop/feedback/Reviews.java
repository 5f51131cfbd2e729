package org.townloop.loop.feedback;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Written;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.loop.visit.Visits;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.OfferId;

/** What residents say of their visits, and what merchants answer. */
@Component
public class Reviews {

    /** How many characters a review or a reply may have. */
    public static final int MOST_CHARACTERS = 2_000;

    private final ReviewRows rows;
    private final Visits visits;
    private final Places places;
    private final Gate gate;
    private final Atomically atomically;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    Reviews(
            ReviewRows rows,
            Visits visits,
            Places places,
            Gate gate,
            Atomically atomically,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.rows = rows;
        this.visits = visits;
        this.places = places;
        this.gate = gate;
        this.atomically = atomically;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /**
     * The resident who came says how it was: once for each offer of an order, however many units of it they had.
     *
     * @param rating 1 to 5
     * @param text at most {@value #MOST_CHARACTERS} characters; blank is none
     * @return refused with a {@link FeedbackReason}
     * @throws Absent if there was no such visit or it was somebody else's
     */
    public Outcome<Review> write(Actor actor, UUID visit, int rating, @Nullable String text) {
        var visited = visits.find(new VisitId(visit)).orElseThrow(() -> new Absent("visit " + visit));
        gate.require(actor, Right.OWN, Scope.person(visited.resident()));
        var plain = Written.plain(text);
        if (rating < 1 || rating > 5) {
            return Outcome.refused(Refusal.of(FeedbackReason.RATING_OUT_OF_RANGE, "rating"));
        }
        if (plain != null && Written.isLonger(plain, MOST_CHARACTERS)) {
            return tooLong(FeedbackReason.REVIEW_TOO_LONG);
        }
        if (runs(actor, visited.place())) {
            return Outcome.refused(FeedbackReason.OWN_PLACE);
        }
        var review = new Review(
                visit, visited.offer(), visited.place(), visited.resident(), rating, plain, clock.instant(), null);
        return atomically.run(() -> store(review, visited.order()));
    }

    /**
     * The merchant answers, once.
     *
     * @return refused with a {@link FeedbackReason}
     * @throws Absent if there is no such review or it is of somebody else's place
     */
    public Outcome<Review> reply(Actor actor, UUID visit, String text) {
        var review = find(visit).orElseThrow(() -> new Absent("review of " + visit));
        var place = places.get(review.place());
        var merchant = Optional.ofNullable(place.merchant()).orElseThrow(() -> new Absent("merchant"));
        gate.require(
                actor,
                Right.REPLY,
                Scope.place(place.region(), merchant.value(), place.id().value()));
        var plain = Written.plain(text);
        if (plain == null) {
            return Outcome.refused(Refusal.of(FeedbackReason.REPLY_MISSING, "text"));
        }
        if (Written.isLonger(plain, MOST_CHARACTERS)) {
            return tooLong(FeedbackReason.REPLY_TOO_LONG);
        }
        return atomically.run(() -> answer(review, new Review.Reply(plain, actor.person(), clock.instant())));
    }

    private boolean runs(Actor actor, PlaceId id) {
        var merchant = places.get(id).merchant();
        return merchant != null
                && gate.allows(actor, Right.REPLY, Scope.place(id.region(), merchant.value(), id.value()));
    }

    /** What was said of that visit. */
    public Optional<Review> find(UUID visit) {
        return rows.of(List.of(visit)).stream().findFirst();
    }

    /** What was said of those visits that were reviewed. */
    public Map<UUID, Review> of(Collection<UUID> reviewed) {
        return reviewed.isEmpty()
                ? Map.of()
                : rows.of(reviewed).stream().collect(Collectors.toMap(Review::visit, Function.identity()));
    }

    /** Of each thing that was had the visit that was reviewed, or the latest if none was: one for each offer of an order. */
    public static List<Visit> toBeSpokenOf(Collection<Visit> had, Map<UUID, Review> said) {
        record Bought(OrderId order, OfferId offer) {}
        var reviewed = Comparator.<Visit, Boolean>comparing(
                visit -> said.containsKey(visit.id().value()));
        return had.stream()
                .collect(Collectors.toMap(
                        visit -> new Bought(visit.order(), visit.offer()),
                        Function.identity(),
                        BinaryOperator.maxBy(reviewed.thenComparing(Visit::visitedAt)),
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** What was said of an offer, the newest first. */
    public List<Review> of(OfferId offer, int limit) {
        return rows.ofOffer(offer, limit);
    }

    /** What was said in words anywhere in the region, the newest first. */
    public List<Review> lately(RegionId region, int limit) {
        return rows.lately(region, limit);
    }

    /** What was said of all offers of a place, the newest first. */
    public List<Review> at(PlaceId place, int limit) {
        return rows.atPlace(place, limit);
    }

    private Outcome<Review> store(Review review, OrderId order) {
        if (!rows.insert(review, order)) {
            return Outcome.refused(FeedbackReason.ALREADY_REVIEWED);
        }
        var written = new ReviewWritten(review.visit(), review.offer().value(), review.rating());
        events.append(written);
        local.publishEvent(written);
        return Outcome.done(review);
    }

    private Outcome<Review> answer(Review review, Review.Reply reply) {
        if (!rows.setReply(review, reply)) {
            return Outcome.refused(FeedbackReason.ALREADY_REPLIED);
        }
        events.append(new ReplyWritten(
                review.visit(), review.offer().value(), review.resident().value()));
        return Outcome.done(review.with(reply));
    }

    private static Outcome<Review> tooLong(FeedbackReason reason) {
        return Outcome.refused(Refusal.of(reason, "text", Map.of("max", MOST_CHARACTERS)));
    }
}
