package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.notice.Later;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.loop.feedback.ReviewWritten;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;

/** What some events come to. Of what is told later only the last word on an order counts: empty is none any more. */
final class Telling {

    private static final Duration REMIND_BEFORE = Duration.ofHours(3);
    /** Before what was not opened counts as delivered. */
    private static final Duration UNOPENED_BEFORE = Duration.ofDays(2);
    /** Long enough to be home again, short enough to remember. */
    private static final Duration ASK_AFTER = Duration.ofHours(2);

    private final AroundOrders around;
    final List<NewNotice> now = new ArrayList<>();
    final Map<UUID, Optional<Later>> reminders = new LinkedHashMap<>();
    final Map<UUID, Optional<Later>> asked = new LinkedHashMap<>();

    Telling(AroundOrders around) {
        this.around = around;
    }

    void add(RecordedEvent event) {
        if (Notifier.isOfVisit(event)) {
            Optional.ofNullable(around.visits().get(new VisitId(event.subject())))
                    .ifPresent(visit -> ofVisit(event, visit));
            return;
        }
        var order = around.order(Notifier.order(event));
        if (event.is(VoucherRedeemed.class)) {
            if (order.isByOpening()) {
                reminders.put(order.id().value(), Optional.empty());
            }
            ask(order, event.at());
        } else if (event.is(RedemptionConflicted.class)) {
            merchant(order, Notice.Kind.CONFLICT, event.subject(), around.toMerchant(order));
        } else if (event.is(CancellationFellAway.class)) {
            resident(order, Notice.Kind.WITHDRAWN_USED, around.toResident(order));
            now.addAll(new ClosedLetters(around).withoutIt(order));
        } else if (event.is(SessionRestCalledOff.class)) {
            restCalledOff(order, event.payload().get("refundMinor").asLong());
        } else if (event.is(BalanceNoted.class)) {
            if (order.state() == OrderState.PAID) {
                remind(order, event.at());
            }
        } else if (event.is(RefundRefused.class) || RefundLetters.isOtherwise(event)) {
            now.add(RefundLetters.of(around, order, event));
        } else if (event.is(ChargebackMoved.class)) {
            now.addAll(ChargebackLetters.of(around, order, event));
        } else if (event.is(OrderPaid.class)) {
            paid(order, event.at());
        } else if (event.is(OrderMoved.class)) {
            moved(order, event);
        } else if (event.is(OrderSettled.class)) {
            settled(order);
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
        now.add(new NewNotice(visit.resident(), Notice.Kind.REPLY, visit.id().value(), facts));
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
        var kept = kept(order, event, refund);
        var facts = with(around.toResident(order), refund, kept);
        if (around.isByPlace(order)) {
            facts.put("by", "place");
        }
        var letters = new ClosedLetters(around);
        var isAlone = around.calledOffWith(order).size() <= 1;
        if (!around.isByResident(order)) {
            now.addAll(letters.withoutIt(order));
        }
        if (event.is(OrderRefunded.class) && isAlone) {
            resident(order, Notice.Kind.REFUNDED, facts);
        } else if (event.is(OrderRefunded.class)) {
            now.addAll(letters.paidBack(order));
        } else if (event.is(NobodyCame.class)) {
            resident(order, Notice.Kind.NO_SHOW, facts);
            handBack(order, refund, kept);
        } else if (around.wasDisputed(order)) {
            handBack(order, refund, kept);
        } else if (around.isForTooFew(order)) {
            resident(order, Notice.Kind.TOO_FEW, facts);
            handBack(order, refund, kept);
        } else if (around.wasMissed(order)) {
            handBack(order, refund, kept);
        } else if (!isAlone) {
            now.addAll(letters.calledOff(order));
        } else {
            resident(order, Notice.Kind.CANCELLED, facts);
            calledOffAlone(order, refund, kept);
        }
    }

    /** They are told now, although nothing comes back before it has run out. */
    private void restCalledOff(Order order, long refund) {
        reminders.put(order.id().value(), Optional.empty());
        var facts = with(around.toResident(order), refund, 0);
        facts.put("by", "rest");
        resident(order, Notice.Kind.CANCELLED, facts);
    }

    /** What the place called off itself it need not be told, nor of what was never paid. */
    private void calledOffAlone(Order order, long refund, long kept) {
        if (around.isByResident(order)) {
            merchant(order, Notice.Kind.CANCELLED, order.id().value(), with(around.toMerchant(order), refund, kept));
        } else {
            handBack(order, refund, kept);
        }
    }

    /** Of what ran out after some of it was had, the place may have been paid for all. */
    private void settled(Order order) {
        if (around.areClosed(List.of(order))) {
            handBack(order, around.toMerchant(order));
        }
    }

    private void handBack(Order order, long refund, long kept) {
        handBack(order, with(around.toMerchant(order), refund, kept));
    }

    /** A merchant is told of each order only if it is to give back what was paid for it at the place. */
    private void handBack(Order order, Map<String, Object> facts) {
        if (around.isToBeHandedBack(order)) {
            facts.put("handBack", true);
            merchant(order, Notice.Kind.CANCELLED, order.id().value(), facts);
        }
    }

    /** Who books for the next hours needs no reminder. */
    private void remind(Order order, Instant at) {
        var notice =
                new NewNotice(order.resident(), Notice.Kind.REMINDER, order.id().value(), around.toResident(order));
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

    /** What the place keeps; of what was paid there nothing is known here. */
    private static long kept(Order order, RecordedEvent event, long refund) {
        var kept = event.payload().get("keptMinor");
        return kept != null
                ? kept.asLong()
                : order.pays() == Pays.ESCROW ? order.due().minor() - refund : 0;
    }

    private static Map<String, Object> with(Map<String, Object> facts, long refund, long kept) {
        facts.put("refundMinor", refund);
        facts.put("keptMinor", kept);
        return facts;
    }
}
