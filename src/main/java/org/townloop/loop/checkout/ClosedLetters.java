package org.townloop.loop.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;

/**
 * What is told of orders that were called off at one moment: once, and once more when all of their money is back. As long as
 * one of them waits for a counter nobody knows what becomes of it, and what comes back of it: the last one brings the letter.
 */
record ClosedLetters(AroundOrders around) {

    /** Of all that was called off with the order, whichever of it was closed first; told twice it is the same notice. */
    List<NewNotice> calledOff(Order order) {
        return of(around.calledOffWith(order), order);
    }

    /** What waited for the order alone, which was used or which the place has called off meanwhile. */
    List<NewNotice> withoutIt(Order order) {
        return of(around.calledOffAsOf(order), order);
    }

    /** One letter once all that was called off with the order is paid back; none before. */
    List<NewNotice> paidBack(Order order) {
        return paidBack(around.calledOffWith(order));
    }

    /** One letter to the resident, one to the merchant of the order, and one of the money if that is back already. */
    private List<NewNotice> of(List<Order> together, Order order) {
        var letters = new ArrayList<NewNotice>();
        if (around.areClosed(together)) {
            letters.add(ofAll(together, Notice.Kind.CANCELLED));
            letters.addAll(paidBack(together));
        }
        var theirs = together.stream()
                .filter(other -> other.merchant().equals(order.merchant()))
                .toList();
        if (around.areClosed(theirs)) {
            letters.addAll(toMerchant(theirs));
        }
        return letters;
    }

    private List<NewNotice> toMerchant(List<Order> theirs) {
        var first = theirs.getFirst();
        var facts = with(around.toMerchant(theirs), theirs);
        return around.merchantsPeople(first).stream()
                .map(person ->
                        new NewNotice(person, Notice.Kind.CANCELLED, first.id().value(), facts))
                .toList();
    }

    private List<NewNotice> paidBack(List<Order> together) {
        return around.areClosed(together) && around.refundMinor(together) > 0 && around.isPaidBack(together)
                ? List.of(ofAll(together, Notice.Kind.REFUNDED))
                : List.of();
    }

    private NewNotice ofAll(List<Order> together, Notice.Kind kind) {
        var first = together.getFirst();
        var facts = with(around.toResident(together), together);
        return new NewNotice(first.resident(), kind, first.id().value(), facts);
    }

    private Map<String, Object> with(Map<String, Object> facts, List<Order> off) {
        facts.put("refundMinor", around.refundMinor(off));
        facts.put("keptMinor", keptMinor(off));
        return facts;
    }

    private long keptMinor(List<Order> off) {
        return off.stream()
                        .filter(order -> order.pays() == Pays.ESCROW)
                        .mapToLong(order -> order.total().minor())
                        .sum()
                - around.refundMinor(off);
    }
}
