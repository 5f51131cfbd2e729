package org.townloop.surface.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

class CounterTests extends SalonPages {

    private PageClient counter;

    @BeforeEach
    void open() throws IOException {
        counter = PageClient.of(port, day.counter());
    }

    @Test
    void aPaidGuestIsExpectedRedeemedAndGreen() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE));
        var page = counter.get("/counter");
        assertThat(page.words()).contains("1 of 1 still expected", "15:00 Lin", "paid");

        var verdict = scan(page, token);
        assertThat(verdict.body()).contains("data-verdict=\"good\"");
        assertThat(verdict.words()).contains("Good. Lin, 15:00", "¥128", "redeemed 10:00");
    }

    @Test
    void aSecondScanIsRedAndSaysWhenTheFirstWas() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE));
        scan(counter.get("/counter"), token);

        var again = scan(counter.get("/counter"), token);
        assertThat(again.body()).contains("data-verdict=\"bad\"");
        assertThat(again.words()).contains("Already used", "Redeemed today 10:00 at Tongxin Hair");
    }

    @Test
    void aVoucherOfALaterDayIsRedeemedByWhoeverHasReadThatItIs() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE.plus(Duration.ofDays(1))));
        var page = counter.get("/counter");
        var asked = counter.post("/counter", page, fields(page, token));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.words()).contains("Lin: Haircut", "Booked for tomorrow 15:00", "Redeem it today");
        assertThat(asked.body()).doesNotContain("data-verdict");
        assertThat(counter.get("/counter").words()).doesNotContain("redeemed");

        var other = day.token(day.paid(SalonDay.AT_THREE.plus(Duration.ofDays(2))));
        var knowing = new HashMap<>(fields(asked, other));
        knowing.put("knowing", asked.field("knowing"));
        assertThat(counter.post("/counter", asked, knowing).body())
                .as("of another")
                .contains("class=\"say wait early");
        knowing.put("token", token);
        assertThat(counter.follow(counter.post("/counter", asked, knowing)).words())
                .contains("Good. Lin");
    }

    @Test
    void whoAsksForMoreThanIsLeftIsToldHowManyAreLeft() throws IOException {
        day = SalonDay.dining(port, offers);
        counter = PageClient.of(port, day.counter());
        var token = day.token(day.fish(SalonDay.TODAY));
        var page = counter.get("/counter");
        var two = new HashMap<>(fields(page, token));
        two.put("units", "2");

        assertThat(counter.follow(counter.post("/counter", page, two)).words())
                .contains("Only 1 left", "Nothing was redeemed")
                .doesNotContain("Already used");
    }

    @Test
    void whatIsLeftOfSeveralUnitsIsSaidEachTime() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var token = day.token(order);
        TestTown.jdbc()
                .sql("update voucher.voucher set units = 3 where order_id = ?")
                .param(order)
                .update();

        assertThat(scan(counter.get("/counter"), token, 2).words()).contains("Good. Lin", "1 of 3 units is left");
        var tooMany = scan(counter.get("/counter"), token, 2);
        assertThat(tooMany.words()).contains("Only 1 left", "Nothing was redeemed");
        assertThat(tooMany.words()).doesNotContain("Already used");
        assertThat(scan(counter.get("/counter"), token, 1).words()).contains("All 3 units are redeemed");
        assertThat(scan(counter.get("/counter"), token, 1).words()).contains("Already used");
    }

    @Test
    void theSameFormSentTwiceGetsTheSameAnswer() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE));
        var page = counter.get("/counter");
        var first = scan(page, token);

        assertThat(scan(page, token).words()).contains("Good. Lin, 15:00");
        assertThat(first.words()).contains("Good. Lin, 15:00");
    }

    @Test
    void aTokenBrokenIntoLinesByAMessageIsRead() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE));

        assertThat(scan(counter.get("/counter"), " " + token.substring(0, 40) + "\r\n" + token.substring(40))
                        .words())
                .contains("Good. Lin");
    }

    @Test
    void whatIsNoVoucherOrOfAnotherShopIsRefusedAndSaysWhatToDo() throws IOException {
        var elsewhere = SalonDay.open(port, offers);
        var token = elsewhere.token(elsewhere.paid(SalonDay.AT_THREE));

        assertThat(scan(counter.get("/counter"), "hello").words()).contains("Not a voucher", "scan again");
        assertThat(scan(counter.get("/counter"), token).words()).contains("Not for here", "stays good there");
    }

    @Test
    void aVoucherOfACancelledOrderIsRed() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var token = day.token(order);
        day.client().cancel(day.guest(), order, "c");

        assertThat(scan(counter.get("/counter"), token).words()).contains("Called off", "Make a new booking");
    }

    @Test
    void whoCalledOffIsNeitherExpectedNorCounted() throws IOException {
        day.paid(SalonDay.AT_THREE);
        day.client().cancel(day.guest(), day.paid(SalonDay.AT_THREE.minus(Duration.ofHours(2))), "c");

        assertThat(counter.get("/counter").words()).contains("1 of 1 still expected", "called off");
    }

    @Test
    void anEmptyFieldIsNamedAndRedeemsNothing() throws IOException {
        var page = counter.get("/counter");
        var answer = counter.post("/counter", page, fields(page, " "));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("aria-invalid=\"true\"");
    }

    @Test
    void nobodyRedeemsWhereTheyDoNotWork() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE));
        var stranger = PageClient.of(port, SalonDay.open(port, offers).counter());
        var page = stranger.get("/counter");

        assertThat(stranger.get("/counter?place=" + day.place()).status()).isEqualTo(404);
        assertThat(stranger.post(
                                "/counter",
                                page,
                                Map.of(
                                        "place", day.place().toString(),
                                        "nonce", UUID.randomUUID().toString(),
                                        "token", token))
                        .status())
                .isEqualTo(404);
        assertThat(PageClient.of(port, day.guest()).get("/counter").status()).isEqualTo(404);
        assertThat(counter.get("/counter").words()).contains("1 of 1 still expected");
    }

    @Test
    void anothersVerdictIsNotThere() throws IOException {
        var page = counter.get("/counter");
        scan(page, day.token(day.paid(SalonDay.AT_THREE)));
        var owner = PageClient.of(port, day.owner());

        assertThat(owner.get("/counter/scans/" + page.field("nonce") + "?place=" + day.place())
                        .status())
                .isEqualTo(404);
    }

    private PageClient.Answer scan(PageClient.Answer page, String token) throws IOException {
        return counter.follow(counter.post("/counter", page, fields(page, token)));
    }

    private PageClient.Answer scan(PageClient.Answer page, String token, int units) throws IOException {
        var fields = new HashMap<>(fields(page, token));
        fields.put("units", Integer.toString(units));
        return counter.follow(counter.post("/counter", page, fields));
    }

    private static Map<String, String> fields(PageClient.Answer page, String token) {
        return Map.of("place", page.field("place"), "nonce", page.field("nonce"), "token", token);
    }
}
