package org.townloop.surface.office;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.checkout.RefusedRefundDesk.Shown;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.payment.RefundState;
import org.townloop.loop.payment.RefusedRefunds.Refused;
import org.townloop.loop.payment.WayOn;
import org.townloop.surface.page.Form;

/** Refunds that gateways refused, the latest first. */
record RefundsView(Office office, Shown shown, List<Row> rows) {

    /**
     * One of them.
     *
     * @param paid how it was paid otherwise, and who says so; empty if nobody does
     * @param mayConfirm whether this operator may: not the one who has entered it
     * @param form what was typed of it and could not be taken
     * @param key by which a second press of a button is known
     */
    record Row(
            String id,
            String amount,
            String what,
            String resident,
            String order,
            String gateway,
            String when,
            String why,
            String state,
            String tone,
            String paid,
            boolean isOwed,
            boolean isEntered,
            boolean mayConfirm,
            Form form,
            String key) {

        static Row of(
                Office office,
                Refused refused,
                Map<OrderId, Order> orders,
                Map<PersonId, Person> names,
                PersonId reader,
                Form form) {
            var refund = refused.refund();
            var order = orders.get(new OrderId(refund.order()));
            var way = refused.way();
            var page = office.page();
            return new Row(
                    refund.id().value().toString(),
                    page.formats().exact(refund.amount()),
                    order == null ? "" : page.say(order.title()),
                    order == null ? "" : name(names, order.resident()),
                    refund.order().toString(),
                    refused.gateway(),
                    office.times().moment(refund.closedAt() == null ? refund.createdAt() : refund.closedAt()),
                    page.text("office.refunds.why."
                            + code(
                                    refund.failure() == null
                                            ? "OTHER"
                                            : refund.failure().name())),
                    page.text("office.refunds.state." + code(refund.state().name())),
                    toneOf(refund.state()),
                    way == null ? "" : paid(office, way, names),
                    refund.state() == RefundState.FAILED,
                    refund.state() == RefundState.PAYING_OTHERWISE,
                    way != null && !way.enteredBy().equals(reader),
                    form,
                    UUID.randomUUID().toString());
        }

        private static String paid(Office office, WayOn way, Map<PersonId, Person> names) {
            var confirmed = way.confirmedBy();
            return office.page()
                    .text(
                            "office.refunds.paid",
                            "reference",
                            way.reference(),
                            "who",
                            name(names, way.enteredBy()),
                            "when",
                            office.times().moment(way.enteredAt()),
                            "other",
                            confirmed == null ? "none" : name(names, confirmed));
        }
    }

    static Stream<PersonId> people(Refused refused, Map<OrderId, Order> orders) {
        var way = refused.way();
        var order = orders.get(new OrderId(refused.refund().order()));
        return Stream.of(
                        Stream.ofNullable(order).map(Order::resident),
                        Stream.ofNullable(way).map(WayOn::enteredBy),
                        Stream.ofNullable(way == null ? null : way.confirmedBy()))
                .flatMap(each -> each);
    }

    private static String name(Map<PersonId, Person> names, PersonId id) {
        var person = names.get(id);
        return person == null ? "" : person.name();
    }

    private static String toneOf(RefundState state) {
        return switch (state) {
            case FAILED -> "bad";
            case PAYING_OTHERWISE, UNKNOWN -> "wait";
            case ASKED_AGAIN -> "";
            case SUCCEEDED, PAID_OTHERWISE, CHARGED_BACK -> "good";
        };
    }

    private static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
