package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;

/** What gateways say at one moment is heard in one transaction, and each of it by itself. */
class CapturesTogetherTest {

    private final PaymentTown town = PaymentTown.with(Envelope.gateway());

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void eachWordGetsAReceiptOfItsOwn() {
        var paid = town.anIntent();
        var asked = town.anIntent();
        var other = town.anIntent();
        var unknown = new IntentId(Ids.next(PaymentTown.WILLOW_CREEK, town.clock.instant()));
        var receipts = heard(
                message("evt_1", paid, paid.amount()),
                message("evt_1", paid, paid.amount()),
                message("evt_2", paid, paid.amount()),
                reply(asked, asked.amount()),
                message("evt_3", other, Money.of(1, "CNY")),
                reply(other, Money.of(2, "CNY")),
                new Word.Message(
                        "sandbox", "evt_4", "", new GatewayEvent.PaymentCaptured(unknown, "pay_9", other.amount())));

        assertThat(receipts)
                .containsExactly(
                        Receipt.APPLIED,
                        Receipt.DUPLICATE,
                        Receipt.IGNORED,
                        Receipt.APPLIED,
                        Receipt.QUARANTINED,
                        Receipt.QUARANTINED,
                        Receipt.QUARANTINED);
        assertThat(town.told.captured).extracting(Intent::id).containsExactlyInAnyOrder(paid.id(), asked.id());
        assertThat(town.told.captured).extracting(Intent::state).containsOnly(IntentState.CAPTURED);
        assertThat(town.stateOf(other)).isEqualTo(IntentState.UNKNOWN);
        assertThat(outcomes())
                .containsExactly(
                        "answer-payment-" + other.id().value() + " QUARANTINED",
                        "evt_1 APPLIED",
                        "evt_2 IGNORED",
                        "evt_3 QUARANTINED",
                        "evt_4 QUARANTINED");
        assertThat(heard(message("evt_1", paid, paid.amount()))).containsExactly(Receipt.DUPLICATE);
    }

    @Test
    void aBadOneFailsAloneAndIsToldAgain() {
        var intents = IntStream.range(0, 40).mapToObj(i -> town.anIntent()).toList();
        var bad = intents.get(7);
        town.told.bad = intent -> intent.id().equals(bad.id());
        var answers = new ConcurrentHashMap<IntentId, Object>();
        Race.of(intents.stream().map(intent -> () -> answers.put(intent.id(), received(intent))));

        assertThat(answers.get(bad.id())).isInstanceOf(IllegalStateException.class);
        assertThat(town.stateOf(bad)).isEqualTo(IntentState.UNKNOWN);
        assertThat(answers.entrySet().stream().filter(each -> !each.getKey().equals(bad.id())))
                .allMatch(each -> each.getValue().equals(Outcome.done(Receipt.APPLIED)));
        assertThat(town.told.captured).hasSize(39).doesNotHaveDuplicates();
        town.told.bad = null;
        assertThat(received(bad)).isEqualTo(Outcome.done(Receipt.APPLIED));
    }

    /** The control of the test above: without being heard apart, the bad one takes the others with it. */
    @Test
    void withoutBeingHeardApartTheOthersFailToo() {
        var good = town.anIntent();
        var bad = town.anIntent();
        town.told.bad = intent -> intent.id().equals(bad.id());
        assertThatThrownBy(() -> heard(reply(good, good.amount()), reply(bad, bad.amount())))
                .hasMessage("a bad one");
        assertThat(town.stateOf(good)).isEqualTo(IntentState.UNKNOWN);
    }

    /** As if it had not been said: its copy, too, must not be taken for one that is stored. */
    @Test
    void ofWhatIsInSomebodysHandsNothingIsRecordedAndItsGatewayHasNoReceipt() {
        var busy = town.anIntent();
        var free = town.anIntent();
        town.told.busy = intent -> intent.id().equals(busy.id());
        var receipts = heardOfFree(
                message("evt_1", busy, busy.amount()),
                message("evt_2", free, free.amount()),
                message("evt_1", busy, busy.amount()),
                reply(busy, busy.amount()),
                message("evt_2", free, free.amount()));

        assertThat(receipts)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Receipt.APPLIED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Receipt.DUPLICATE));
        assertThat(town.stateOf(busy)).isEqualTo(IntentState.UNKNOWN);
        assertThat(town.told.captured).extracting(Intent::id).containsExactly(free.id());
        assertThat(outcomes()).containsExactly("evt_2 APPLIED");
        assertThat(received(busy)).as("apart").isEqualTo(Outcome.done(Receipt.APPLIED));
        assertThat(town.stateOf(busy)).isEqualTo(IntentState.CAPTURED);
    }

    @Test
    void oneThatSomebodyHasLockedIsLeftAndTheOthersAreHeardMeanwhile() {
        var busy = town.anIntent();
        var intents = IntStream.range(0, 63).mapToObj(i -> town.anIntent()).toList();
        var words = Stream.concat(Stream.of(busy), intents.stream())
                .map(intent -> message("evt " + intent.id().value(), intent, intent.amount()))
                .toArray(Word[]::new);
        var receipts = town.write(() -> {
            town.jdbc
                    .sql("select 1 from payment.intent where id = ? for update")
                    .param(busy.id().value())
                    .query(Integer.class)
                    .single();
            return CompletableFuture.supplyAsync(() -> heardOfFree(words)).join();
        });
        assertThat(receipts.getFirst()).isEmpty();
        assertThat(receipts.subList(1, 64)).containsOnly(Optional.of(Receipt.APPLIED));
        assertThat(heard(words[0])).containsExactly(Receipt.APPLIED);
        assertThat(town.told.captured).hasSize(64).doesNotHaveDuplicates();
    }

    /** Each payment is told of by a webhook and by an answer, to two processes, in opposite orders. */
    @Test
    void twoProcessesHearTheSamePaymentsOnce() {
        try (var twin = town.twin(Envelope.gateway())) {
            var intents = IntStream.range(0, 60).mapToObj(i -> town.anIntent()).toList();
            var words = new ArrayList<Runnable>();
            intents.forEach(intent -> words.add(() -> received(town, intent)));
            intents.reversed().forEach(intent -> words.add(() -> received(twin, intent)));
            Race.of(words.stream());
            assertThat(Stream.concat(town.told.captured.stream(), twin.told.captured.stream())
                            .map(Intent::id))
                    .containsExactlyInAnyOrderElementsOf(
                            intents.stream().map(Intent::id).toList());
        }
    }

    private Object received(Intent intent) {
        return received(town, intent);
    }

    private static Object received(PaymentTown town, Intent intent) {
        var envelope = Envelope.sealed(Envelope.captured(intent), town.clock.instant());
        try {
            return town.webhooks.receive("sandbox", envelope.body(), envelope.headers());
        } catch (IllegalStateException e) {
            return e;
        }
    }

    private List<Receipt> heard(Word... words) {
        return heardOfFree(words).stream().map(Optional::orElseThrow).toList();
    }

    private List<Optional<Receipt>> heardOfFree(Word... words) {
        var turns = new Turns(town.jdbc);
        return town.write(() -> new CaptureBatch(turns, town.messages, town.captures).receipts(List.of(words)));
    }

    private static Word message(String event, Intent intent, Money amount) {
        return new Word.Message(
                "sandbox", event, "as it came", new GatewayEvent.PaymentCaptured(intent.id(), "pay_1", amount));
    }

    private static Word reply(Intent intent, Money amount) {
        return new Word.Reply(
                "sandbox",
                "payment-" + intent.id().value(),
                new GatewayEvent.PaymentCaptured(intent.id(), "pay_2", amount));
    }

    private List<String> outcomes() {
        JdbcClient jdbc = town.jdbc;
        return jdbc.sql("select event_id || ' ' || outcome from payment.webhook order by event_id")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
