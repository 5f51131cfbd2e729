package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.stored.Card;

/**
 * Random payments with cards, refunds in part and orders that are called off, against a slow model that counts unit by unit.
 * Printed seeds run the same again.
 */
@TownTest
class CardModelTests extends CardPaymentDay {

    private static final String GATEWAY = "gateway";

    /** What each source has paid for an order and not got back; in the order of the books: gateway, cards by their ids. */
    private static final class Paid {
        final Order order;
        final Map<String, Long> left = new LinkedHashMap<>();

        Paid(Order order, List<Card> cards) {
            this.order = order;
            left.put(GATEWAY, 0L);
            cards.stream().map(card -> card.id().value().toString()).sorted().forEach(card -> left.put(card, 0L));
        }

        long all() {
            return left.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Each has its share rounded down, and each unit that is left goes to whom most is missing. */
        Map<String, Long> parts(long amount) {
            var exact = new LinkedHashMap<String, BigDecimal>();
            var parts = new LinkedHashMap<String, Long>();
            left.forEach((source, has) -> {
                exact.put(
                        source,
                        BigDecimal.valueOf(amount * has).divide(BigDecimal.valueOf(all()), MathContext.DECIMAL128));
                parts.put(source, exact.get(source).longValue());
            });
            while (parts.values().stream().mapToLong(Long::longValue).sum() < amount) {
                var missed = "";
                for (var source : parts.keySet()) {
                    if (missed.isEmpty()
                            || missing(exact, parts, source).compareTo(missing(exact, parts, missed)) > 0) {
                        missed = source;
                    }
                }
                parts.merge(missed, 1L, Long::sum);
            }
            return parts;
        }

        private static BigDecimal missing(Map<String, BigDecimal> exact, Map<String, Long> parts, String source) {
            return exact.getOrDefault(source, BigDecimal.ZERO)
                    .subtract(BigDecimal.valueOf(parts.getOrDefault(source, 0L)));
        }
    }

    private final List<Paid> paid = new ArrayList<>();
    private final Map<String, Long> onCards = new LinkedHashMap<>();
    private final Map<UUID, Long> backByGateway = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_201})
    void theBooksSayWhatTheModelSays(long seed) throws IOException {
        var random = new Random(seed);
        var all = List.of(gift(30_000), gift(7_777), gift(1));
        all.forEach(card -> onCards.put(name(card), card.worth().minor()));
        for (int step = 0; step < 30; step++) {
            if (paid.size() < 8 && random.nextInt(3) == 0) {
                pay(all, random);
            } else if (!paid.isEmpty()) {
                giveBack(paid.get(random.nextInt(paid.size())), random);
            }
            all.forEach(card -> assertThat(on(card)).as("seed " + seed).isEqualTo(onCards.get(name(card))));
            for (var each : paid) {
                assertThat(refunds(each.order).stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .as("seed " + seed)
                        .isEqualTo(backByGateway.getOrDefault(each.order.id().value(), 0L));
            }
        }
        isSound();
    }

    private void pay(List<Card> all, Random random) throws IOException {
        var order = held(60 * (paid.size() % 3));
        var model = new Paid(order, all);
        var chosen = new ArrayList<ChosenCard>();
        var rest = HAIRCUT;
        for (var card : all) {
            long has = onCards.getOrDefault(name(card), 0L);
            if (has > 0 && random.nextBoolean()) {
                var most = random.nextBoolean() ? null : 1 + random.nextLong(has);
                chosen.add(new ChosenCard(card.id(), most));
                var takes = Math.min(rest, most == null ? has : most);
                rest -= takes;
                model.left.put(name(card), takes);
                onCards.put(name(card), has - takes);
            }
        }
        model.left.put(GATEWAY, rest);
        pay(order, chosen);
        settled(order, OrderState.PAID);
        paid.add(model);
    }

    private void pay(Order order, List<ChosenCard> chosen) throws IOException {
        var key = UUID.randomUUID().toString();
        if (chosen.isEmpty()) {
            var intent = done(checkouts.pay(resident, order.id(), "sandbox", "https://town.example", key));
            client.press(Objects.requireNonNull(intent.redirectUrl()), "succeed");
            return;
        }
        var payment = done(payments.pay(resident, order, chosen, "sandbox", "https://town.example", key));
        if (payment.intent() != null) {
            press(payment, "succeed");
        }
    }

    /** A part, or all that is left. */
    private void giveBack(Paid of, Random random) throws IOException {
        if (of.all() == 0) {
            return;
        }
        var isOff = random.nextInt(5) == 0;
        var amount = isOff ? of.all() : 1 + random.nextLong(of.all());
        var parts = of.parts(amount);
        if (isOff) {
            done(checkouts.cancel(
                    resident, of.order.id(), "off " + of.order.id().value()));
        } else {
            var answer = client.post(
                    TestPeople.merchantOf(salon),
                    "/api/orders/" + of.order.id().value() + "/refunds",
                    UUID.randomUUID().toString(),
                    Map.of("amount", Map.of("minor", amount, "currency", "CNY"), "reason", "The water was cold"));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        }
        parts.forEach((source, part) -> {
            of.left.merge(source, -part, Long::sum);
            if (source.equals(GATEWAY)) {
                backByGateway.merge(of.order.id().value(), part, Long::sum);
            } else {
                onCards.merge(source, part, Long::sum);
            }
        });
    }

    private static String name(Card card) {
        return card.id().value().toString();
    }
}
