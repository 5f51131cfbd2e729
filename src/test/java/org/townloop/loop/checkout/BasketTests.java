package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.townloop.TestDevice;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.NewOffer;

/** Several orders at once: all of them held, or none. */
@TownTest
class BasketTests extends TwoSalons {

    @Test
    void aRefusalNamesTheItemAndNothingIsHeld() throws IOException {
        var refused = post(item(haircut, SATURDAY), item(otherHaircut, SATURDAY), item(haircut, SATURDAY));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:slot-taken");
        assertThat(refused.text("field")).isEqualTo("items[2].slotStart");
        assertThat(count("ordering.orders where resident_id = ?", resident.id()))
                .isZero();
        assertThat(count("booking.claim where place_id = ?", here.place().value()))
                .isZero();
        assertThat(post(item(haircut, SATURDAY), item(haircut, LATER)).status()).isEqualTo(201);
    }

    @Test
    void whatIsWrongWithAnItemIsSaidByItsField() throws IOException {
        var unknown = UUID.fromString(haircut.toString().replaceFirst("^.{8}", "00000000"));

        assertThat(post(item(haircut, SATURDAY), Map.of()).text("field")).isEqualTo("items[1].offerId");
        assertThat(post(item(haircut, SATURDAY), Map.of("offerId", haircut)).text("field"))
                .isEqualTo("items[1].slotStart");
        assertThat(post(item(haircut, SATURDAY), item(unknown, SATURDAY)).text("field"))
                .isEqualTo("items[1].offerId");
        assertThat(post(item(haircut, SATURDAY.plusSeconds(60))).text("field")).isEqualTo("items[0].slotStart");
        assertThat(post().text("field")).isEqualTo("items");
        var thousands = IntStream.range(0, 61).mapToObj(i -> Map.of()).toArray(Map[]::new);
        assertThat(post(thousands).text("type"))
                .as("before anything of them is looked at")
                .isEqualTo("urn:townloop:problem:articles-too-many");
        var many = IntStream.range(0, 21)
                .mapToObj(i -> item(haircut, SATURDAY.plusSeconds(3_600L * i)))
                .toArray(Map[]::new);
        assertThat(post(many).text("type")).isEqualTo("urn:townloop:problem:basket-size");
    }

    @Test
    void whatIsPaidTogetherIsOfOneTown() throws IOException {
        var abroad = offer(TestSalon.in(TestSalon.NEW_YORK, 1, 1).haircut());

        var refused = post(item(haircut, SATURDAY), item(abroad, SATURDAY.plusSeconds(9 * 3_600)));

        assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:basket-one-region");
        assertThat(refused.text("field")).isEqualTo("items[1].offerId");
    }

    @Test
    void theSameKeyHoldsOnce() throws IOException {
        var items = List.of(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));

        var first = client.post(resident, "/api/orders", "same", Map.of("items", items));
        var again = client.post(resident, "/api/orders", "same", Map.of("items", items));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(count("ordering.orders where resident_id = ?", resident.id()))
                .isEqualTo(2);
    }

    @Test
    void aBasketIsLetGoOfAsAWhole() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        var id = basket.path("basketId").asString();

        var gone = client.post(resident, "/api/baskets/" + id + "/cancellation", "c", Map.of());

        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.body()
                        .path("orders")
                        .valueStream()
                        .map(order -> order.path("state").asString()))
                .containsOnly("CANCELLED");
        assertThat(post(item(haircut, SATURDAY), item(otherHaircut, SATURDAY)).status())
                .isEqualTo(201);
        var again = client.post(resident, "/api/baskets/" + id + "/cancellation", "d", Map.of());
        assertThat(again.text("type")).isEqualTo("urn:townloop:problem:already-closed");
    }

    @Test
    void whatCostNothingAndWasCalledOffBeforeKeepsNoneOfTheOthers() throws IOException {
        TestDevice.enrol(client, TestPeople.counterOf(there), there, clock, "A till without a network");
        var basket = held(item(haircut, SATURDAY), item(offer(free(there.haircut())), SATURDAY));
        var free = orders(basket).getLast();
        assertThat(client.order(resident, free).text("state")).isEqualTo("PAID");
        assertThat(client.cancel(resident, free, "c").status()).isEqualTo(200);
        assertThat(client.order(resident, free).text("state"))
                .as("until the till knows")
                .isEqualTo("PAID");
        var id = basket.path("basketId").asString();
        assertThat(client.post(resident, "/api/baskets/" + id + "/cancellation", "d", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(client.order(resident, orders(basket).getFirst()).text("state"))
                .isEqualTo("CANCELLED");
    }

    private static NewOffer free(NewOffer offer) {
        return new NewOffer(
                null,
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                Money.zero(offer.price().currency()),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                true);
    }

    @Test
    void somebodyElsesBasketIsNotThere() throws IOException {
        var path =
                "/api/baskets/" + held(item(haircut, SATURDAY)).path("basketId").asString();
        var stranger = TestPeople.resident(here.region());

        assertThat(client.get(stranger, path).status()).isEqualTo(404);
        assertThat(client.post(stranger, path + "/payments", "p", Map.of("gateway", "sandbox"))
                        .status())
                .isEqualTo(404);
        assertThat(client.post(stranger, path + "/cancellation", "c", Map.of()).status())
                .isEqualTo(404);
    }

    /** A basket is one hold, and its units are counted all: not more of a place than by any other way. */
    @Test
    void nobodyKeepsMoreOfAPlaceThanTwentyUnits() throws IOException {
        var dates = IntStream.range(0, 12)
                .mapToObj(i -> item(haircut, SATURDAY.plusSeconds(86_400L * i)))
                .toArray(Map[]::new);
        assertThat(post(dates).status()).isEqualTo(201);

        var limits = new HoldLimits(holdCounts, turns, clock, 2, 2);
        assertThat(refusal(limits, 8)).as("a second hold, of 20 units in all").isEmpty();
        assertThat(refusal(limits, 9)).as("21 units").isPresent();
        assertThat(refusal(new HoldLimits(holdCounts, turns, clock, 1, 1), 1))
                .as("the basket is one")
                .isPresent();
    }

    private Optional<Refusal> refusal(HoldLimits limits, int units) {
        var refusals = new ArrayList<Refusal>();
        atomically.run(() -> {
            limits.check(new PersonId(resident.id()), Map.of(here.place(), units))
                    .ifPresent(refusals::add);
            return Outcome.done(units);
        });
        return refusals.stream().findFirst();
    }

    /** Ann or Bo would do for the first, whoever is asked first; Bo or Cai for the second, and Cai is busy. */
    @Test
    void whoeverIsLeftForAnotherItemIsNotTakenForTheFirst() throws IOException {
        var salon = TestSalon.with(3, 3);
        var people = salon.staff();
        for (var busy : people) {
            var others = new HashSet<>(people);
            others.remove(busy);
            for (var both : others) {
                var start = SATURDAY.plusSeconds(3_600L * (people.indexOf(busy) * 3 + people.indexOf(both) - 6));
                var either = offer(by(salon, others));
                var rival = TestPeople.resident(salon.region());
                assertThat(client.hold(rival, offer(by(salon, Set.of(busy))), start, "r" + start)
                                .status())
                        .isEqualTo(201);
                var first = item(either, start);
                var second = item(offer(by(salon, Set.of(both, busy))), start);

                assertThat(post(first, second).status()).isEqualTo(201);
            }
        }
    }

    private static NewOffer by(TestSalon salon, Set<StaffId> staff) {
        var cut = salon.haircut();
        return new NewOffer(
                null,
                cut.place(),
                cut.pack(),
                cut.title(),
                cut.description(),
                cut.price(),
                cut.duration(),
                cut.bufferBefore(),
                cut.bufferAfter(),
                cut.resourceKind(),
                cut.attributes(),
                staff,
                true);
    }
}
