package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.SalonDay;

/** What a counter takes along, and what it says of itself. */
@TownTest
class BundleTests {

    private static final int MEGABYTE = 1_000_000;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private OfflineShop shop;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        shop = new OfflineShop(port, offers, clock);
    }

    @Test
    void itHasTheKeysTheVouchersAndWhoComes() throws IOException {
        clock.set(OfflineShop.FIRST.minus(Duration.ofHours(20)));
        var order = shop.paid();
        var calledOff = shop.paid();
        var lost = shop.voucher(calledOff);
        shop.cancel(calledOff);
        var bundle = shop.device("Till").update();

        assertThat(bundle.path("version").asInt()).isOne();
        assertThat(Duration.between(
                        moment(bundle.path("issuedAt").asString()),
                        moment(bundle.path("goodUntil").asString())))
                .isEqualTo(Duration.ofHours(72));
        assertThat(bundle.at("/keys/0/kty").asString()).isEqualTo("EC");
        var row = bundle.path("vouchers").get(0);
        assertThat(bundle.path("vouchers").size()).isOne();
        assertThat(row.get(0).asString()).isEqualTo(shop.voucher(order).toString());
        assertThat(row.get(2).asInt()).isOne();
        assertThat(row.get(4).asLong()).isEqualTo(12_800);
        assertThat(row.get(7).asString()).isEqualTo("Lin");
        assertThat(row.get(8).asString()).isEqualTo("I");
        assertThat(bundle.path("revoked").get(0).asString()).isEqualTo(lost.toString());
        var booking = bundle.path("bookings")
                .valueStream()
                .filter(each -> each.path("voucherIds").get(0).equals(row.get(0)))
                .findFirst()
                .orElseThrow();
        assertThat(booking.at("/what/zh").asString()).isEqualTo("剪发");
        assertThat(bundle.at("/caps/hair-and-beauty/mostUnits").asInt()).isPositive();
        assertThat(bundle.path("staff").size()).isEqualTo(20);
        assertThat(bundle.at("/place/currency").asString()).isEqualTo("CNY");
    }

    @Test
    void itSaysInBothLanguagesWhatWasChosenOfAMenu() throws IOException {
        var house = SalonDay.dining(port, offers);
        house.fish(SalonDay.TODAY);
        var bundle = TestDevice.enrol(house.client(), house.counter(), house.salon(), clock, "Till")
                .update();
        assertThat(bundle.at("/offers/0/onDay").asBoolean()).isTrue();
        var booking = bundle.at("/bookings/0");
        assertThat(booking.path("onDay").asBoolean()).isTrue();
        assertThat(booking.at("/choices/en").asString())
                .isEqualTo("Soup: 1 × Shepherd’s purse soup; Main course: 1 × River fish, steamed");
        assertThat(booking.at("/choices/zh").asString()).isEqualTo("汤：荠菜羹 × 1；主菜：清蒸河鱼 × 1");
    }

    /** Of later days too: they are no bookings of today or tomorrow, and there is no network to ask. */
    @Test
    void aVoucherOfALaterDaySaysWhatWasChosen() throws IOException {
        var house = SalonDay.dining(port, offers);
        house.fish(SalonDay.TODAY.plus(Duration.ofDays(4)));
        var bundle = TestDevice.enrol(house.client(), house.counter(), house.salon(), clock, "Till")
                .update();

        assertThat(bundle.path("bookings").size()).isZero();
        var row = bundle.path("vouchers").get(0);
        assertThat(row.get(9).path("en").asString())
                .isEqualTo("Soup: 1 × Shepherd’s purse soup; Main course: 1 × River fish, steamed");
        assertThat(row.get(9).path("zh").asString()).isEqualTo("汤：荠菜羹 × 1；主菜：清蒸河鱼 × 1");
        shop.paid();
        assertThat(shop.device("Till").update().at("/vouchers/0").size())
                .as("where nothing is chosen there is nothing")
                .isEqualTo(9);
    }

    @Test
    void fiveThousandMenusAreLessThanAMegabyteAndTheNearestSayWhatWasChosen() throws IOException {
        var house = SalonDay.dining(port, offers);
        var order = house.fish(SalonDay.TODAY.plus(Duration.ofDays(4)));
        TestTown.jdbc()
                .sql("update identity.person set name = '欧阳娜娜 Alexandra Montgomery' where id = ?")
                .param(house.guest().id())
                .update();
        TestTown.jdbc().sql("""
            insert into ordering.line
            select copy.* from ordering.line old, generate_series(1, 5100) as n,
                lateral jsonb_populate_record(old, jsonb_build_object('line', n + 1)) as copy
            where old.order_id = ?
            """).param(order).update();
        copies(order, 5_100);
        var device = TestDevice.enrol(house.client(), house.counter(), house.salon(), clock, "Till");
        var bundle = device.bundle().body();

        var rows = bundle.path("vouchers").valueStream().toList();
        assertThat(rows).hasSize(5_000);
        assertThat(rows.subList(0, 1_000)).allMatch(row -> row.size() == 10);
        assertThat(rows.getLast().size()).isEqualTo(9);
        assertThat(bundle.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThan(MEGABYTE);
        TestTown.jdbc()
                .sql("delete from voucher.voucher where order_id = ? and line > 1")
                .param(order)
                .update();
        new org.springframework.jdbc.core.JdbcTemplate(TestTown.owner())
                .update("delete from ordering.line where order_id = ? and line > 1", order);
    }

    /** "Cut with Lin" is with Lin: once. */
    @Test
    void whomTheTitleNamesIsNotNamedAgain() throws IOException {
        var named = SalonDay.selling(port, offers, Words.of("Haircut with Lin", "剪发"));
        named.paid(SalonDay.AT_THREE);
        var booking = TestDevice.enrol(named.client(), named.counter(), named.salon(), clock, "Till")
                .update()
                .at("/bookings/0");

        assertThat(booking.at("/with/en").asString()).isEmpty();
        assertThat(booking.at("/with/zh").asString()).isEqualTo("Lin");
    }

    @Test
    void whatWasHadTodayIsInItAsRedeemed() throws IOException {
        var order = shop.paid();
        shop.device("Till").scan(shop.token(order), "n");

        var row = shop.device("Second").update().path("vouchers").get(0);
        assertThat(row.get(8).asString()).isEqualTo("R");
        assertThat(row.get(3).asInt()).isOne();
    }

    /** Five thousand open vouchers, with names as long as Chinese and English names get. */
    @Test
    void fiveThousandOpenVouchersAreLessThanAMegabyte() throws IOException {
        var order = shop.paid();
        TestTown.jdbc()
                .sql("update identity.person set name = '欧阳娜娜 Alexandra Montgomery' where id = ?")
                .param(shop.guest().id())
                .update();
        copies(order, 5_100);
        var device = shop.device("Till");
        device.bundle();
        var began = System.nanoTime();
        var bundle = device.bundle();
        var took = Duration.ofNanos(System.nanoTime() - began);

        var bytes = bundle.body().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        System.getLogger("bundle")
                .log(System.Logger.Level.WARNING, "5,000 open vouchers: {0} bytes in {1}", bytes, took);
        assertThat(bundle.body().path("vouchers").size()).isEqualTo(5_000);
        assertThat(bytes).isLessThan(MEGABYTE);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        TestTown.jdbc()
                .sql("delete from voucher.voucher where order_id = ? and line > 1")
                .param(order)
                .update();
    }

    @Test
    void aDeviceOfAnotherPlaceAndAStrangerGetNone() throws IOException {
        var device = shop.device("Till");
        var elsewhere = new OfflineShop(port, offers, clock);
        var stranger = elsewhere.device("Stranger");
        var path = "/api/counters/" + elsewhere.salon().place().value() + "/bundle?device=" + device.id();

        assertThat(shop.client().get(device.asCaller(), path).status()).isEqualTo(404);
        assertThat(shop.client().get(stranger.asCaller(), path).status()).isEqualTo(404);
        assertThat(shop.client()
                        .get(
                                device.asCaller(),
                                "/api/counters/" + shop.salon().place().value() + "/bundle?device=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(shop.client()
                        .get(device.asCaller(), "/api/orders/" + shop.paid())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aKeyThatIsNoPointAndANamelessDeviceAreRefusedByName() throws IOException {
        var place = "/api/counters/" + shop.salon().place().value() + "/devices";
        var jwk = new java.util.HashMap<>(org.townloop.TestDevice.jwk(org.townloop.TestDevice.newKey()));
        var nameless = shop.client().post(shop.counter(), place, "", java.util.Map.of("name", " ", "publicKey", jwk));
        assertThat(nameless.text("field")).isEqualTo("name");
        jwk.put("y", jwk.get("x"));
        var wrong = shop.client().post(shop.counter(), place, "", java.util.Map.of("name", "Till", "publicKey", jwk));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("field")).isEqualTo("publicKey");
    }

    private static void copies(UUID order, int count) {
        TestTown.jdbc().sql("""
            insert into voucher.voucher (region_id, id, order_id, line, unit, place_id, offer_id, resident_id,
                value_minor, currency, state, starts_at, valid_until, issued_at)
            select region_id, gen_random_uuid(), order_id, n + 1, 1, place_id, offer_id, resident_id,
                value_minor, currency, state, starts_at + n * interval '1 minute', valid_until, issued_at
            from voucher.voucher, generate_series(1, ?) as n where order_id = ?
            """).params(count, order).update();
    }

    private static Instant moment(String text) {
        return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    }
}
