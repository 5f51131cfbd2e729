package org.townloop.loop.checkout;

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
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.Reminders;
import org.townloop.loop.feedback.ReplyWritten;
import org.townloop.loop.feedback.ReviewWritten;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.visit.VisitId;

/** Tells residents and merchants what has come of an order: by a handful of statements, however many events there are. */
@Component
class Notifier implements EventConsumer {

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
                "BalanceNoted",
                "OrderCancelled",
                "OrderRefunded",
                "RefundRefused",
                "OrderSettled",
                "NobodyCame",
                "ReplyWritten",
                "VoucherRedeemed",
                "ReviewWritten",
                "RedemptionConflicted",
                "CancellationFellAway",
                "ChargebackMoved",
                "SessionRestCalledOff");
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

    static boolean isOfVisit(RecordedEvent event) {
        return event.is(ReplyWritten.class) || event.is(ReviewWritten.class);
    }

    static OrderId order(RecordedEvent event) {
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
}
