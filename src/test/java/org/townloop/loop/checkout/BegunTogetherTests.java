package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.Race;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Intents;

/** Payments that many begin at one moment: each is judged by itself. */
@TownTest
class BegunTogetherTests extends HeldInOneBatch {

    @Autowired
    BegunPayments payments;

    @Autowired
    PayCombiner combiner;

    @Autowired
    Intents intents;

    private record Bought(Actor by, Order order) {}

    /** A batch comes to what its payments come to one after another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachBeginsOrGoesOnOrIsRefused(boolean together) {
        var late = bought(cut(THREE, 1));
        clock.move(Holds.KEPT.plusMinutes(1));
        var mine = bought(cut(THREE.plus(Duration.ofHours(1)), 1));
        var dinner = bought(dinner(2));
        var off = bought(cut(THREE.plus(Duration.ofHours(2)), 1));
        checkouts.cancel(off.by(), off.order().id(), "off");
        var asked = List.of(asks(mine, "a"), asks(late, "a"), asks(mine, "b"), asks(off, "a"), asks(dinner, "a"));

        var begun = together
                ? inOne(asked)
                : asked.stream().flatMap(each -> inOne(List.of(each)).stream()).toList();

        assertThat(done(begun.get(0)).id())
                .as("gone on with")
                .isEqualTo(done(begun.get(2)).id());
        assertThat(why(begun.get(1))).isEqualTo(CheckoutReason.HOLD_EXPIRED);
        assertThat(why(begun.get(3))).isEqualTo(CheckoutReason.ALREADY_CLOSED);
        assertThat(intents.get(done(begun.get(0)).id())).isEqualTo(done(begun.get(0)));
        assertThat(done(begun.get(4)).amount()).isEqualTo(dinner.order().total());
        assertThat(List.of(late, off))
                .allMatch(each -> intents.of(each.order().id().value()).isEmpty());
        assertThat(intents.of(mine.order().id().value())).hasSize(1);
    }

    @Test
    void theSameKeyGetsTheSamePaymentHoweverManyAskAtOnce() {
        var people = IntStream.range(0, 4)
                .mapToObj(i -> bought(cut(THREE.plus(Duration.ofHours(i / 2)), 1)))
                .toList();
        var begun = Race.of(24, hand -> combiner.begin(asks(people.get(hand % 4), "key")));
        assertThat(begun).hasSize(24).allMatch(each -> each instanceof Outcome.Done<Intent>);
        assertThat(begun.stream().map(BegunTogetherTests::done).map(Intent::id).distinct())
                .hasSize(4);
        assertThat(people)
                .allMatch(each -> intents.of(each.order().id().value()).size() == 1);
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        var one = bought(cut(THREE, 1));
        var mine = asks(one, "key");
        done(combiner.begin(mine));
        var call = new Idempotency.Call(one.by().person().value(), "pay", "key", "something else");
        var other = new PayAsked(mine.payer(), mine.orders(), mine.gateway(), mine.returnUrl(), call);
        assertThat(why(combiner.begin(other))).isEqualTo(Idempotency.KeyReason.KEY_REUSED);
    }

    private Bought bought(HoldAsked asked) {
        return switch (checkouts.hold(
                asked.actor(), asked.wish(), UUID.randomUUID().toString())) {
            case Outcome.Done<Order>(var order) -> new Bought(asked.actor(), order);
            case Outcome.Refused<Order>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static PayAsked asks(Bought bought, String key) {
        var order = bought.order().id();
        return new PayAsked(
                Paying.Payer.of(bought.by()),
                List.of(order),
                "sandbox",
                "http://town.example/orders/" + order.value(),
                new Idempotency.Call(bought.by().person().value(), "pay", key, List.of(order, "sandbox")));
    }

    private List<Outcome<Intent>> inOne(List<PayAsked> asked) {
        return Objects.requireNonNull(transaction().execute(status -> payments.begin(asked)));
    }

    private static Intent done(Outcome<Intent> outcome) {
        return switch (outcome) {
            case Outcome.Done<Intent>(var intent) -> intent;
            case Outcome.Refused<Intent>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Reason why(Outcome<Intent> outcome) {
        return ((Outcome.Refused<Intent>) outcome).refusal().reason();
    }
}
