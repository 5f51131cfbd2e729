package org.townloop.loop.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;
import org.townloop.surface.PageClient;

/** The whole path on the pages: the resident's order, the desk, the office; what was typed is kept, and pictures are private. */
@TownTest
class DisputePagesTests extends SomebodyObjects {

    @Test
    void fromTheOrdersPageToTheDecision() throws IOException {
        var order = had();
        var customer = PageClient.of(port, resident);
        var path = "/orders/" + order + "/dispute";
        assertThat(customer.get("/orders/" + order).body()).contains("href=\"" + path + "\"");
        var form = customer.get(path);
        assertThat(form.words()).contains("72 hours");

        var nothing = customer.post(path, form, Map.of("words", "One side is longer"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("One side is longer");
        var wish = Map.of(
                "about",
                "NOT_AS_PROMISED",
                "wanted",
                "PART",
                "amount",
                "60",
                "words",
                "One side is longer",
                "key",
                "k");
        assertThat(customer.post(path, form, wish).status()).isIn(200, 303);
        var dispute = client.get(resident, "/api/orders/" + order + "/disputes")
                .body()
                .at("/disputes/0/id")
                .asString();
        assertThat(customer.get(path).words()).contains("is to answer by").doesNotContain("{");

        var place = PageClient.of(port, owner);
        assertThat(place.get("/desk/disputes").words()).contains("Not as promised", "¥60");
        var desk = "/desk/disputes/" + dispute;
        var answer = Map.of("words", "It was cut as asked", "offer", "amount", "amount", "500");
        var tooMuch = place.post(desk + "/answer", place.get(desk), answer);
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("It was cut as asked");
        place.post(desk + "/answer", tooMuch, Map.of("words", "It was cut as asked", "offer", "none", "key", "k"));
        assertThat(state(UUID.fromString(dispute))).isEqualTo("REFERRED");

        var office = PageClient.of(port, operator);
        assertThat(office.get("/office/needs").words()).contains("to be decided");
        var matter = "/office/disputes/" + dispute;
        var seen = office.get(matter);
        assertThat(seen.words()).contains("One side is longer", "It was cut as asked", "redeemed", "¥128");
        var look = office.post(
                matter + "/decision",
                seen,
                Map.of("ofOrder", "40", "platform", "10", "reasons", "The pictures", "look", "yes"));
        assertThat(look.words()).contains("¥50", "¥40", "¥10");
        assertThat(state(UUID.fromString(dispute))).isEqualTo("REFERRED");
        office.post(
                matter + "/decision",
                look,
                Map.of("ofOrder", "40", "platform", "10", "reasons", "The pictures", "key", "k"));
        assertThat(state(UUID.fromString(dispute))).isEqualTo("DECIDED");
        assertThat(customer.get(path).words()).contains("¥50", "The pictures");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void theDeskShowsWhatGivingBackDoesBeforeItIsDone() throws IOException {
        var order = had();
        var place = PageClient.of(port, owner);
        var path = "/desk/orders/" + order + "/refund";
        assertThat(place.get("/desk/statement").body()).contains("href=\"" + path + "\"");
        var shown = place.post(path, place.get(path), Map.of("amount", "28", "reason", "The water was cold"));
        assertThat(shown.words()).contains("Give back ¥28", "from your account");
        assertThat(money(order).get(2)).isZero();
        var confirm = Map.of(
                "amount",
                "28",
                "reason",
                "The water was cold",
                "confirm",
                "yes",
                "earned",
                "2800",
                "escrow",
                "0",
                "key",
                "k");
        var other = Map.of(
                "amount",
                "28",
                "reason",
                "The water was cold",
                "confirm",
                "yes",
                "earned",
                "0",
                "escrow",
                "2800",
                "key",
                "k");
        assertThat(place.post(path, shown, other).status()).isEqualTo(409);
        place.post(path, shown, confirm);
        assertThat(money(order).get(2)).isEqualTo(2_800);
        assertThat(place.get(path).words()).contains("The water was cold", "by you");
    }

    @Test
    void theOfficeSaysForHowManyDays() throws IOException {
        salon = TestSalon.in(TestSalon.NEW_YORK, 1, 1);
        var office = PageClient.of(port, TestPeople.inRole("OPERATOR", salon));
        var page = office.get("/office/disputes");
        var region = page.field("region");
        assertThat(office.post("/office/dispute-days", page, Map.of("region", region, "days", "91"))
                        .status())
                .isEqualTo(422);
        office.post("/office/dispute-days", page, Map.of("region", region, "days", "3"));
        assertThat(office.get("/office/disputes").body()).contains("value=\"3\"");
    }

    @Test
    void aPictureIsSeenByTheTwoSidesAndTheOfficeOnly() throws IOException {
        var dispute = objected(had(), "ALL", 0);
        var stranger = PageClient.of(port, TestPeople.resident(salon.region()));
        for (var path : new String[] {"/disputes/", "/desk/disputes/", "/office/disputes/"}) {
            assertThat(stranger.get(path + dispute + "/pictures/1/1.jpg").status())
                    .isEqualTo(404);
        }
    }
}
