package org.townloop.surface.desk;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.ChargebackDesk;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.payment.Chargeback;
import org.townloop.loop.payment.ChargebackState;

/** Puts payments that payers object to into the merchant's words; of each the parts that are this place's. */
@Component
class ChargebackCards {

    private final ChargebackDesk chargebacks;
    private final Clock clock;

    ChargebackCards(ChargebackDesk chargebacks, Clock clock) {
        this.chargebacks = chargebacks;
        this.clock = clock;
    }

    ChargebacksView of(Desk desk, Actor actor, ChargebacksPage.@Nullable Attempt attempt) {
        var shown = chargebacks.at(actor, desk.place().id());
        var about = chargebacks.orders(shown).values().stream()
                .filter(order -> order.place().equals(desk.place().id()))
                .collect(Collectors.toMap(Order::id, order -> order));
        return new ChargebacksView(
                desk,
                shown.stream().map(each -> card(desk, each, about, attempt)).toList());
    }

    private ChargebacksView.Card card(
            Desk desk, Chargeback chargeback, Map<OrderId, Order> about, ChargebacksPage.@Nullable Attempt attempt) {
        var page = desk.page();
        var id = chargeback.id().value();
        var failed = attempt != null && attempt.chargeback().equals(id) ? attempt : null;
        var awaits = chargeback.awaitsAnswer(clock.instant());
        return new ChargebacksView.Card(
                id.toString(),
                page.money(amount(chargeback, about)),
                chargeback.shares().stream()
                        .map(share -> about.get(new OrderId(share.order())))
                        .filter(Objects::nonNull)
                        .map(order -> page.say(order.title()))
                        .collect(Collectors.joining(page.text("page.comma"))),
                page.text("desk.chargeback.why." + code(chargeback.why())),
                state(chargeback),
                desk.times().moment(chargeback.openedAt()),
                desk.times().moment(chargeback.answerBy()),
                awaits,
                awaits ? chargebacks.evidence(chargeback, desk.place().id()) : "",
                chargeback.answer(),
                chargeback.answer() == null ? "" : page.text("desk.chargeback.sent." + sent(chargeback)),
                failed == null ? "" : failed.typed(),
                failed == null ? null : page.refusal(failed.refusal()));
    }

    private static Money amount(Chargeback chargeback, Map<OrderId, Order> about) {
        return chargeback.shares().stream()
                .filter(share -> about.containsKey(new OrderId(share.order())))
                .map(share -> share.amount())
                .reduce(Money.zero(chargeback.amount().currency()), Money::plus);
    }

    private static String state(Chargeback chargeback) {
        return chargeback.state() == ChargebackState.OPEN && chargeback.answer() != null
                ? "answered"
                : code(chargeback.state());
    }

    private static String sent(Chargeback chargeback) {
        var sent = chargeback.sent();
        return sent == null ? "not-yet" : code(sent);
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
