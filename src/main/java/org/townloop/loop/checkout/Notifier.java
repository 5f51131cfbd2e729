package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.notice.Later;
import org.townloop.base.notice.LaterNotices;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.Reminders;
import org.townloop.loop.feedback.ReplyWritten;
import org.townloop.loop.feedback.ReviewWritten;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;

/** Tells residents and merchants what has come of an order: by a handful of statements, however many events there are. */
@Component
class Notifier implements EventConsumer {

    private static final Duration REMIND_BEFORE = Duration.ofHours(3);
    /** Before what was not opened counts as delivered. */
    private static final Duration UNOPENED_BEFORE = Duration.ofDays(2);
    /** Long enough to be home again, short enough to remember. */
    private static final Duration ASK_AFTER = Duration.ofHours(2);

    private final Surroundings surroundings;
    private final Notices notices;
    private final Reminders reminders;
    private final LaterNotices laterNotices;

    Notifier(Surroundings surroundings, Notices notices, Reminders reminders, LaterNotices laterNotices) {
        this.surroundings = surroundings;
        this.notices = notices;
        this.reminders = reminders;
        this.laterNotices = laterNotices;
    }

    @Override
    public String name() {
        return "notifier";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "OrderPaid",
                "OrderMoved",
                "OrderCancelled",
                "OrderRefunded",
                "NobodyCame",
                "ReplyWritten",
                "VoucherRedeemed",
                "ReviewWritten",
                "RedemptionConflicted",
                "CancellationFellAway");
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        var around = surroundings.of(
                collect(events.stream().filter(event -> !isOfVisit(event)), Notifier::order),
                collect(events.stream().filter(event -> event.is(VoucherRedeemed.class)), Notifier::order),
                collect(events.stream().filter(Notifier::isOfVisit), event -> new VisitId(event.subject())));
        var telling = new Telling(around);
        events.forEach(telling::add);
        notices.tell(telling.now);
        reminders.forget(none(telling.reminders));
        reminders.note(some(telling.reminders));
        laterNotices.forget(Notice.Kind.REVIEW_ASKED, none(telling.asked));
        laterNotices.note(some(telling.asked));
    }

    private static boolean isOfVisit(RecordedEvent event) {
        return event.is(ReplyWritten.class) || event.is(ReviewWritten.class);
    }

    private static OrderId order(RecordedEvent event) {
        return new OrderId(
                event.is(VoucherRedeemed.class) || event.is(RedemptionConflicted.class)
                        ? event.id("order")
                        : event.subject());
    }

    private static <T> Set<T> collect(Stream<RecordedEvent> events, Function<RecordedEvent, T> id) {
        return events.map(id).collect(Collectors.toSet());
    }

    private static List<UUID> none(Map<UUID, Optional<Later>> later) {
        return later.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Later> some(Map<UUID, Optional<Later>> later) {
        return later.values().stream().flatMap(Optional::stream).toList();
    }

    /** What some events come to. Of what is told later only the last word on an order counts: empty is none any more. */
    private static final class Telling {

        private final AroundOrders around;
        private final List<NewNotice> now = new ArrayList<>();
        private final Map<UUID, Optional<Later>> reminders = new LinkedHashMap<>();
        private final Map<UUID, Optional<Later>> asked = new LinkedHashMap<>();

        Telling(AroundOrders around) {
            this.around = around;
        }

        void add(RecordedEvent event) {
            if (isOfVisit(event)) {
                Optional.ofNullable(around.visits().get(new VisitId(event.subject())))
                        .ifPresent(visit -> ofVisit(event, visit));
                return;
            }
            var order = around.order(order(event));
            if (event.is(VoucherRedeemed.class)) {
                if (order.isByOpening()) {
                    reminders.put(order.id().value(), Optional.empty());
                }
                ask(order, event.at());
            } else if (event.is(RedemptionConflicted.class)) {
                merchant(order, Notice.Kind.CONFLICT, event.subject(), around.toMerchant(order));
            } else if (event.is(CancellationFellAway.class)) {
                resident(order, Notice.Kind.WITHDRAWN_USED, around.toResident(order));
            } else if (event.is(OrderPaid.class)) {
                paid(order, event.at());
            } else if (event.is(OrderMoved.class)) {
                moved(order, event);
            } else {
                over(order, event);
            }
        }

        private void ofVisit(RecordedEvent event, Visit visit) {
            var order = visit.order().value();
            if (event.is(ReviewWritten.class)) {
                asked.put(order, Optional.empty());
                return;
            }
            Map<String, Object> facts = Map.of("place", around.place(visit.place()), "order", order.toString());
            now.add(new NewNotice(
                    visit.resident(), Notice.Kind.REPLY, visit.id().value(), facts));
        }

        /** Once for an order, however many units of it are redeemed, and not if it was reviewed in between. */
        private void ask(Order order, Instant redeemedAt) {
            if (!around.reviewed().contains(order.id())) {
                var notice = new NewNotice(
                        order.resident(), Notice.Kind.REVIEW_ASKED, order.id().value(), around.toResident(order));
                asked.put(order.id().value(), Optional.of(new Later(redeemedAt.plus(ASK_AFTER), notice)));
            }
        }

        /** Of what was paid at once there is one letter, which the first of it brings; each has its own reminder. */
        private void paid(Order order, Instant at) {
            remind(order, at);
            var together = around.paidWith(order);
            if (order.equals(together.getFirst())) {
                resident(order, Notice.Kind.PAID, around.toResident(together));
            }
            var ofMerchant = together.stream()
                    .filter(other -> other.merchant().equals(order.merchant()))
                    .toList();
            if (order.equals(ofMerchant.getFirst())) {
                merchant(order, Notice.Kind.NEW_ORDER, order.id().value(), around.toMerchant(ofMerchant));
            }
        }

        /** Each move is told, there and back again. */
        private void moved(Order order, RecordedEvent event) {
            remind(order, event.at());
            var told = now.size();
            resident(order, Notice.Kind.CHANGED, around.toResident(order));
            merchant(order, Notice.Kind.CHANGED, order.id().value(), around.toMerchant(order));
            now.subList(told, now.size()).replaceAll(notice -> notice.on(event.xid() + "." + event.position()));
        }

        private void over(Order order, RecordedEvent event) {
            if (order.state() != OrderState.PAID) { // some of it went back: the rest is still to come
                reminders.put(order.id().value(), Optional.empty());
            }
            var refund = event.payload().get("refundMinor").asLong();
            var facts = with(around.toResident(order), refund);
            if (event.is(NobodyCame.class)) {
                resident(order, Notice.Kind.NO_SHOW, facts);
            } else if (event.is(OrderRefunded.class)) {
                resident(order, Notice.Kind.REFUNDED, facts);
            } else if (around.isForTooFew(order)) {
                resident(order, Notice.Kind.TOO_FEW, facts);
            } else if (!around.wasMissed(order)) {
                resident(order, Notice.Kind.CANCELLED, facts);
                merchant(order, Notice.Kind.CANCELLED, order.id().value(), with(around.toMerchant(order), refund));
            }
        }

        /** Who books for the next hours needs no reminder. */
        private void remind(Order order, Instant at) {
            var notice = new NewNotice(
                    order.resident(), Notice.Kind.REMINDER, order.id().value(), around.toResident(order));
            reminders.put(
                    order.id().value(),
                    Optional.ofNullable(order.startsAt())
                            .filter(start -> order.lines().stream().anyMatch(line -> line.startsAt() != null))
                            .map(start -> start.minus(REMIND_BEFORE))
                            .or(() -> order.deliveredBy().map(end -> end.minus(UNOPENED_BEFORE)))
                            .filter(due -> due.isAfter(at))
                            .map(due -> new Later(due, notice)));
        }

        private void resident(Order order, Notice.Kind kind, Map<String, Object> facts) {
            now.add(new NewNotice(order.resident(), kind, order.id().value(), facts));
        }

        private void merchant(Order order, Notice.Kind kind, UUID subject, Map<String, Object> facts) {
            around.merchantsPeople(order).forEach(person -> now.add(new NewNotice(person, kind, subject, facts)));
        }

        private static Map<String, Object> with(Map<String, Object> facts, long refund) {
            facts.put("refundMinor", refund);
            return facts;
        }
    }
}
