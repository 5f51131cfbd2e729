package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Which baskets of goods are taken, and what becomes one order. */
@TownTest
class BasketRulesTests {

    private static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");
    private static final Site HOME = new Site("Kingfisher Lane 7, house 2", new Point(30.285, 119.72));
    private static final Site FAR = new Site("Far away 1", new Point(30.40, 119.72));

    @Autowired
    Offers offers;

    @Autowired
    Checkouts checkouts;

    @Autowired
    TestClock clock;

    private TestGrocer grocer;
    private TestPeople resident;
    private Offer carrots;
    private Offer eggs;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        grocer = TestGrocer.with(20);
        resident = TestPeople.resident(grocer.house().region());
        carrots = offered(grocer.article("Carrots", 350, null));
        eggs = offered(grocer.article("Eggs", 1_480, null));
    }

    @Test
    void aBasketIsRefusedWithOneSentenceThatSaysWhy() {
        assertThat(held(wish(carrots, 2, FAR), wish(eggs, 1, FAR))).isEqualTo(BookingReason.SITE_TOO_FAR);
        assertThat(held(wish(carrots, 1, HOME), wish(eggs, 1, HOME))).isEqualTo(BookingReason.GOODS_TOO_FEW);
        assertThat(held(wish(carrots, 1, HOME), wish(eggs, 1, null))).isEqualTo(CheckoutReason.NOT_TOGETHER);
        assertThat(held()).isEqualTo(CheckoutReason.LIST_EMPTY);
        assertThat(held(wish(carrots, 1, null)))
                .as("fetched, however little it is")
                .isEqualTo("held");
    }

    /** Whichever article of the list says where. */
    @Test
    void whoWantsToBeCalledSaysWhere() {
        var call = Map.of(Substitution.ANSWER, "call");
        assertThat(held(wish(eggs, 2, HOME, call))).isEqualTo(CheckoutReason.PHONE_MISSING);
        assertThat(held(wish(eggs, 2, HOME, Map.of(Substitution.PHONE, "8700 1234")), wish(carrots, 1, HOME, call)))
                .isEqualTo("held");
    }

    @Test
    void anArticleThatIsNamedTwiceIsWantedTwice() {
        var order = checkouts.holdTogether(
                grocer.customer(resident), List.of(wish(eggs, 1, HOME), wish(eggs, 2, HOME)), "twice");
        assertThat(order)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((Order) done.value()).lines())
                                .singleElement()
                                .extracting(line -> line.quantity())
                                .isEqualTo(3));
    }

    @Test
    void oneArticleByItselfIsABasketToo() {
        var order = checkouts.hold(grocer.customer(resident), wish(eggs, 2, HOME), "alone");
        assertThat(order)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((Order) done.value()).total().minor())
                                .isEqualTo(2 * 1_480 + 300));
    }

    @Test
    void whatBelongsTogetherBecomesOneOrder() {
        var groups = DeliveryGroups.of(
                List.of(wish(carrots, 1, HOME), wish(eggs, 1, null), wish(eggs, 1, HOME)),
                Map.of(carrots.id(), carrots, eggs.id(), eggs));
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst()).extracting(HoldOrder::offer).containsExactly(carrots.id(), eggs.id());
    }

    private Object held(HoldOrder... wishes) {
        return checkouts.holdTogether(
                                grocer.customer(resident),
                                List.of(wishes),
                                UUID.randomUUID().toString())
                        instanceof Outcome.Refused<Order>(var refusal)
                ? refusal.reason()
                : "held";
    }

    private static HoldOrder wish(Offer offer, int quantity, @Nullable Site site) {
        return wish(offer, quantity, site, Map.of());
    }

    private static HoldOrder wish(Offer offer, int quantity, @Nullable Site site, Map<String, String> answers) {
        return new HoldOrder(offer.id(), TEN, null, quantity, site, answers);
    }

    private Offer offered(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
