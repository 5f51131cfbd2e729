package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.checkout.ShopDay.THREE;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestHotel;
import org.townloop.supply.offer.AtShop;
import org.townloop.supply.offer.OfferReason;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** Who may book without paying: what the merchant allows, who stayed away, and what no gateway may hold. */
@TownTest
class AtShopLimitTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    NoShows noShows;

    @Autowired
    AtShopOrders atShopOrders;

    @Autowired
    TestClock clock;

    private ShopDay shop;
    private DepositDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        shop = ShopDay.at(port, offers);
        day = shop.day();
    }

    @Test
    void whatIsPaidOnlineIsNotBookedWithoutPaying() throws IOException {
        var plain = day.offer(day.salon().haircut());
        assertThat(refused(plain, THREE)).isEqualTo("not-at-shop");
        var order = shop.held(plain, THREE);
        assertThat(DepositDay.reason(atShopOrders.choose(shop.resident(), new OrderId(order), "k")))
                .isEqualTo(CheckoutReason.NOT_AT_SHOP);
        assertThat(day.client().order(day.resident(), order).text("state")).isEqualTo("HELD");
    }

    @Test
    void whatIsPaidAtTheShopOnlyIsNotPaidOnline() throws IOException {
        var only = shop.haircut(new AtShop(true, null, 2));
        var order = shop.held(only, THREE);
        assertThat(day.client().pay(day.resident(), order, "p").text("type")).endsWith("only-at-shop");
        assertThat(PageClient.of(port, day.resident())
                        .get("/orders/" + order + "/checkout")
                        .words())
                .contains("This is not paid online", "Book, and pay ¥128 at the shop")
                .doesNotContain("Pay ¥128 ");
        assertThat(DepositDay.reason(atShopOrders.choose(shop.resident(), new OrderId(order), "k")))
                .isEqualTo("done");
    }

    @Test
    void noMoreThanTheMerchantAllows() throws IOException {
        assertThat(refused(shop.haircut(new AtShop(false, 12_799L, 2)), THREE)).isEqualTo("at-shop-too-much");
        assertThat(shop.atShop(shop.haircut(new AtShop(false, 12_800L, 2)), THREE)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void noMoreAtOnceThanTheMerchantAllowsOneResident() throws IOException {
        var once = shop.haircut(new AtShop(false, null, 1));
        var first = shop.atShop(once, THREE).id();
        var later = THREE.plus(Duration.ofHours(1));
        assertThat(refused(once, later)).isEqualTo("at-shop-too-many");
        day.client().cancel(day.resident(), first, "c");
        day.client().order(day.resident(), first, "CANCELLED");
        assertThat(shop.atShop(once, later).status()).isEqualTo(201);
    }

    @Test
    void whoStayedAwayTwicePaysOnline() throws IOException {
        var offer = shop.haircut();
        missed(shop.atShop(offer, THREE).id(), THREE);
        var monday = THREE.plus(Duration.ofDays(2));
        missed(shop.atShop(offer, monday).id(), monday);
        var next = THREE.plus(Duration.ofDays(4));
        var answer = shop.atShop(offer, next);
        assertThat(answer.text("type")).endsWith("at-shop-missed");
        assertThat(answer.body().toString()).contains("2 bookings", "pay online");
        var held = shop.held(offer, next);
        assertThat(PageClient.of(port, day.resident())
                        .get("/orders/" + held + "/checkout")
                        .words())
                .contains("You did not come to 2 bookings", "Pay ¥128")
                .doesNotContain("Book, and pay");
        clock.set(next.plus(Duration.ofDays(190)));
        assertThat(shop.atShop(offer, next.plus(Duration.ofDays(191))).status())
                .as("it is long ago")
                .isEqualTo(201);
    }

    /** Nothing was paid, so that nothing is kept. */
    private void missed(UUID order, Instant start) throws IOException {
        clock.set(start.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(15)));
        noShows.settleDue(1_000);
        day.client().order(day.resident(), order, "CANCELLED");
        assertThat(day.minor(order, "money/captured", "balance/due")).containsExactly(0L, 0L);
        assertThat(ShopDay.commission(order)).isZero();
    }

    /** A room half a year ahead: no gateway holds its money until then. */
    @Test
    void whatNoGatewayMayHoldIsSoldToBePaidThere() throws IOException {
        var hotel = TestHotel.in(day.salon());
        var room = day.offer(hotel.nights(hotel.rooms(1), 1, 14).withAtShop(new AtShop(false, null, 2)));
        var start = Instant.parse("2026-11-27T06:00:00Z").plus(Duration.ofDays(200));
        var order = day.hold(room, start, start.plus(Duration.ofHours(22)), 1).id();
        assertThat(day.client().pay(day.resident(), order, "p").text("type")).endsWith("held-too-long");
        assertThat(PageClient.of(port, day.resident())
                        .get("/orders/" + order + "/checkout")
                        .words())
                .contains("No payment service may keep your money for so long", "at the shop");
        assertThat(DepositDay.reason(atShopOrders.choose(shop.resident(), new OrderId(order), "k")))
                .isEqualTo("done");
    }

    @Test
    void goodsAreNotPaidAtTheShop() {
        var menu = day.salon().asRestaurant().setMenu(10);
        assertThat(DepositDay.reason(offers.write(menu.withAtShop(new AtShop(true, null, 1)))))
                .isEqualTo(OfferReason.AT_SHOP_NOT_TAKEN);
    }

    @Test
    void severalThingsAtOnceArePaidOnline() throws IOException {
        var item = Map.of("offerId", shop.haircut(), "slotStart", THREE.toString(), "pays", "SHOP");
        var answer = day.client().post(day.resident(), "/api/orders", "b", Map.of("items", List.of(item)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("items[0].pays");
        var only = Map.of("offerId", shop.haircut(new AtShop(true, null, 2)), "slotStart", THREE.toString());
        var basket = day.client().post(day.resident(), "/api/orders", "c", Map.of("items", List.of(only)));
        assertThat(basket.text("type")).endsWith("only-at-shop");
    }

    private String refused(UUID offer, Instant start) throws IOException {
        var answer = shop.atShop(offer, start);
        assertThat(answer.status()).isEqualTo(409);
        var type = answer.text("type");
        return type.substring(type.lastIndexOf(':') + 1);
    }
}
