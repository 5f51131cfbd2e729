package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Money;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealDesk;
import org.townloop.loop.deal.DealReason;
import org.townloop.loop.deal.NewDeal;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.offer.DeliverableDesk;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;

/** Deals of what is brought or fetched, and of what is opened online, to the last of the money. */
@TownTest
class DealGoodsTests {

    private static final Instant CLOSES = TestClock.START.plus(Duration.ofHours(20));
    private static final long CHEAP = 2_500;
    private static final long FEE = 300;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Packing packing;

    @Autowired
    DealDesk desk;

    @Autowired
    DeliverableDesk deliverables;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private GoodsDay day;
    private Offer apples;
    private Offer eggs;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        day = GoodsDay.open(port, offers, checkouts);
        apples = day.article("Apples", 3_000, null);
        eggs = day.article("Eggs", 1_480, null);
    }

    @Test
    void onlyTheArticleOfTheDealIsCheaperAndEachPieceOfItCounts() throws IOException {
        var deal = made(day.grocer().owner(), apples, 5, 3, null);
        var order = day.paid(GoodsDay.wish(apples, 2, null), GoodsDay.wish(eggs, 1, null));
        var paid = day.client().order(day.resident(), order.value()).body();
        assertThat(paid.at("/total/minor").asLong()).isEqualTo(2 * CHEAP + 1_480);
        assertThat(taken(deal)).isEqualTo(2);
        clock.set(GoodsDay.TEN);
        day.redeem(order);
        day.client().order(day.resident(), order.value(), "SETTLED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoWantsMoreOfItThanOneMayHaveOrThanIsLeftHasNothingOfTheList() {
        var deal = made(day.grocer().owner(), apples, 4, 3, null);
        assertThat(GoodsDay.reason(day.hold(GoodsDay.wish(apples, 4, null), GoodsDay.wish(eggs, 1, null))))
                .isEqualTo(BookingReason.DEAL_MOST_EACH);
        assertThat(taken(deal)).isZero();
        GoodsDay.done(day.hold(GoodsDay.wish(apples, 3, null)));
        assertThat(GoodsDay.reason(another().hold(GoodsDay.wish(apples, 2, null), GoodsDay.wish(eggs, 1, null))))
                .isEqualTo(BookingReason.DEAL_TOO_FEW_LEFT);
        GoodsDay.done(another().hold(GoodsDay.wish(apples, 1, null)));
        assertThat(taken(deal)).isEqualTo(4);
        assertThat(GoodsDay.done(another().hold(GoodsDay.wish(eggs, 2, null)))
                        .total()
                        .minor())
                .as("what is not of the deal is sold as ever")
                .isEqualTo(2 * 1_480 + FEE);
    }

    @Test
    void ifTooFewBuyTheArticleTheWholeListComesBackWithItsWay() throws IOException {
        made(day.grocer().owner(), apples, 5, 3, 4);
        var order = day.paid(GoodsDay.wish(apples, 1, null), GoodsDay.wish(eggs, 1, null));
        clock.set(CLOSES);
        var after =
                day.client().order(day.resident(), order.value(), "REFUNDED").body();
        assertThat(after.at("/money/refunded/minor").asLong()).isEqualTo(CHEAP + 1_480 + FEE);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasMissingOfADealComesBackAtTheDealsPrice() throws IOException {
        made(day.grocer().owner(), apples, 5, 3, null);
        var order = day.paid(GoodsDay.wish(apples, 2, null), GoodsDay.wish(eggs, 1, null));
        GoodsDay.done(packing.pack(day.grocer().owner(), order, List.of(new Packed(1, 1, null, 0))));
        clock.set(GoodsDay.TEN);
        day.redeem(order);
        var after = day.client().order(day.resident(), order.value(), "SETTLED").body();
        assertThat(after.at("/money/refunded/minor").asLong()).isEqualTo(CHEAP);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatIsOpenedOnlineIsBoughtAtThePriceOfItsDealUntilNoneIsLeft() throws IOException {
        var seller = seller();
        var lessons = GoodsDay.done(offers.write(TestOffers.online(seller, Online.Gives.TEXT)));
        GoodsDay.done(deliverables.write(owner(seller), lessons.id(), "Begin here."));
        var deal = made(owner(seller), lessons, 1, 1, null);
        var buyer = TestPeople.resident(seller.region());
        var held = held(buyer, lessons);
        assertThat(held.status()).isEqualTo(201);
        assertThat(held.body().at("/total/minor").asLong()).isEqualTo(CHEAP);
        assertThat(held(TestPeople.resident(seller.region()), lessons).status()).isEqualTo(409);
        var client = day.client();
        client.press(client.pay(buyer, held.id(), "p" + held.id()).text("redirectUrl"), "succeed");
        client.order(buyer, held.id(), "PAID");
        var opened = client.post(buyer, "/api/orders/" + held.id() + "/opening", "o1", Map.of("withdrawalEnds", true));
        assertThat(opened.text("state")).isEqualTo("SETTLED");
        assertThat(client.order(buyer, held.id())
                        .body()
                        .at("/money/released/minor")
                        .asLong())
                .isEqualTo(CHEAP);
        assertThat(taken(deal)).isOne();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatIsOpenedAtOnceNeedsNoOthersAndWhatTakesSomebodysTimeHasNoDeal() {
        var seller = seller();
        var lessons = GoodsDay.done(offers.write(TestOffers.online(seller, Online.Gives.TEXT)));
        assertThat(GoodsDay.reason(desk.make(owner(seller), wanted(lessons, 5, 1, 2))))
                .isEqualTo(DealReason.DEAL_LEAST_NOT_ONLINE);
        var salon = TestSalon.with(1, 1);
        var cut = GoodsDay.done(offers.write(salon.haircut()));
        assertThat(GoodsDay.reason(desk.make(owner(salon), wanted(cut, 5, 1, null))))
                .isEqualTo(DealReason.DEAL_NOT_FOR_THIS);
    }

    private GoodsDay another() {
        return new GoodsDay(
                day.client(),
                day.grocer(),
                TestPeople.resident(day.grocer().house().region()),
                offers,
                checkouts);
    }

    private Deal made(Actor owner, Offer offer, int stock, int each, @Nullable Integer least) {
        return GoodsDay.done(desk.make(owner, wanted(offer, stock, each, least)));
    }

    private static NewDeal wanted(Offer offer, int stock, int each, @Nullable Integer least) {
        return new NewDeal(offer.id(), Money.of(CHEAP, "CNY"), null, CLOSES, stock, each, least);
    }

    private LoopClient.Answer held(TestPeople buyer, Offer offer) throws IOException {
        return day.client()
                .post(
                        buyer,
                        "/api/orders",
                        UUID.randomUUID().toString(),
                        Map.of("offerId", offer.id().value(), "quantity", 1));
    }

    private static int taken(Deal deal) {
        return TestTown.jdbc()
                .sql("select coalesce(sum(units), 0)::int from booking.lot_claim where subject_id = ?")
                .param(deal.id().value())
                .query(Integer.class)
                .single();
    }

    private static TestSalon seller() {
        var seller = TestSalon.with(0, 0).hours("");
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'online-only' where region_id = ? and id = ?")
                .params(seller.region().number(), seller.place().value())
                .update();
        return seller;
    }

    private static Actor owner(TestSalon place) {
        return new Actor(
                new PersonId(TestPeople.merchantOf(place).id()),
                "Lin",
                place.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, place.region(), place.merchant().value(), null)));
    }
}
