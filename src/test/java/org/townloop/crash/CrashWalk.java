package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.TestSalon;

/** One resident's way, with a salon of its own. */
class CrashWalk {

    static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    /** A call that may have to be made again. */
    interface Call<T> {
        T make() throws IOException;
    }

    private final ChildTown town;
    final JdbcClient jdbc;
    final LoopClient client;
    final TestSalon salon;
    final TestPeople resident;
    private final TestPeople counter;
    final UUID haircut;
    UUID order = new UUID(0, 0);
    private int restarts;

    CrashWalk(ChildTown town, Database database) {
        this.town = town;
        this.jdbc = JdbcClient.create(TestTown.plain(database, database.app()));
        this.client = new LoopClient(town.port());
        this.salon = TestSalon.in(jdbc, TestSalon.SHANGHAI, 1, 1);
        this.resident = TestPeople.resident(jdbc, salon.region());
        this.counter = TestPeople.counterOf(jdbc, salon);
        this.haircut = haircut(jdbc, salon);
    }

    /** An hour's haircut for 128. */
    static UUID haircut(JdbcClient jdbc, TestSalon salon) {
        var offer = salon.order();
        var region = salon.region().number();
        jdbc.sql("""
            with offer as (
                insert into offer.offer (region_id, id, place_id, merchant_id, pack_id, version, active, changed_at)
                values (:region, :offer, :place, :merchant, 'hair-and-beauty', 1, true, now())),
            version as (
                insert into offer.version (region_id, offer_id, version, pack_version, title, description,
                    price_minor, currency, duration_minutes, buffer_before_minutes, buffer_after_minutes,
                    resource_kind, attributes, created_at, mode, arrangement)
                select :region, :offer, 1, version, '{"en": "Haircut"}', '{"en": ""}', 12800, 'CNY', 60, 0, 0,
                    'chair', '{}', now(), 'appointment', '{"kind": "appointment"}'
                from pack.current where pack_id = 'hair-and-beauty')
            insert into offer.staff (region_id, offer_id, staff_id) values (:region, :offer, :staff)
            """)
                .param("region", region)
                .param("offer", offer)
                .param("place", salon.place().value())
                .param("merchant", salon.merchant().value())
                .param("staff", salon.staff().getFirst().value())
                .update();
        return offer;
    }

    void hold() throws IOException {
        order = again(() -> client.hold(resident, haircut, SATURDAY, "hold")).id();
    }

    /** Its webhook kills the town, perhaps before the payer has an answer. */
    void dieOfPaying() throws IOException {
        var page = payment();
        try {
            client.press(page, "succeed");
        } catch (IOException | AssertionError e) {
            assertThat(town.hasHalted()).as("it died: " + e).isTrue();
        }
        assertThat(town.hasHalted()).isTrue();
        town.start();
    }

    void toTheCounter() throws IOException {
        hold();
        var page = again(this::payment);
        again(() -> client.press(page, "succeed"));
        again(() -> client.order(resident, order, "PAID"));
    }

    /** Somebody waits for the same time. */
    TestPeople joined() throws IOException {
        var waits = TestPeople.resident(jdbc, salon.region());
        var wish = Map.of(
                "offerId",
                haircut,
                "from",
                SATURDAY.toString(),
                "to",
                SATURDAY.plusSeconds(600).toString());
        var joined = client.post(waits, "/api/waits", "", wish);
        assertThat(joined.status()).as(joined.body().toString()).isEqualTo(201);
        return waits;
    }

    /** Calls the order off; the town dies of that, perhaps before it has answered. */
    void dieOfCallingOff() {
        try {
            client.cancel(resident, order, "off");
        } catch (IOException e) {
            assertThat(town.hasHalted()).as("it died: " + e).isTrue();
        }
        assertThat(town.hasHalted()).isTrue();
    }

    void requireOneOffer(TestPeople waits) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> count("ordering.wait where state = 'OFFERED' and resident_id = ?", waits.id()) == 1);
        assertThat(count("ordering.orders where resident_id = ?", waits.id())).isOne();
        assertThat(count("notice.notice where occasion = 'freed' and person_id = ?", waits.id()))
                .isOne();
    }

    int restarts() {
        return restarts;
    }

    /** What the resident shows. */
    String token() throws IOException {
        return client.tokens(resident, order).getFirst();
    }

    /** A telephone of the salon's counter. */
    TestDevice device(TestClock clock) throws IOException {
        return TestDevice.enrol(client, counter, salon, clock, "Till");
    }

    String redeem() throws IOException {
        return client.redeem(counter, token(), "scan").path("outcome").asString();
    }

    /** Makes the call; if the town dies of it, starts the town and makes the call once more. */
    <T> T again(Call<T> call) throws IOException {
        try {
            return call.make();
        } catch (IOException | AssertionError e) {
            if (!town.hasHalted()) {
                throw e;
            }
            restarts++;
            town.start();
            return call.make();
        }
    }

    void requireOneOfEach() {
        assertThat(count("ordering.orders where state = 'SETTLED' and resident_id = ?", resident.id()))
                .isOne();
        assertThat(count("ordering.orders where resident_id = ?", resident.id()))
                .isOne();
        assertThat(count(
                        "payment.intent i join payment.share s on s.intent_id = i.id where i.state = 'CAPTURED' and"
                                + " s.order_id = ?",
                        order))
                .isOne();
        assertThat(count("voucher.voucher where state = 'REDEEMED' and order_id = ?", order))
                .isOne();
        assertThat(count("visit.visit where order_id = ?", order)).isOne();
        assertThat(count(
                        "sandbox.payment p join payment.share s on s.intent_id::text = p.reference"
                                + " where p.state = 'CAPTURED' and s.order_id = ?",
                        order))
                .isOne();
    }

    String payment() throws IOException {
        var answer = client.pay(resident, order, "pay");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("redirectUrl");
    }

    int count(String rows, Object parameter) {
        return jdbc.sql("select count(*) from " + rows)
                .param(parameter)
                .query(Integer.class)
                .single();
    }
}
