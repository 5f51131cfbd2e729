package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** What the desk says of scans that are not paid: how much is at stake, and when there are more than it keeps. */
@TownTest
class UnitsAtStakeTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private OfflineShop shop;
    private TestDevice till;
    private PageClient desk;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        shop = new OfflineShop(port, offers, clock);
        till = shop.device("Till");
        desk = PageClient.of(port, shop.merchant());
    }

    @Test
    void aConflictSaysWhatItsUnitsAreWorth() throws IOException {
        var token = threeUnits();
        till.accept(token, 2);
        shop.device("Bar").scan(token, "n1");
        shop.device("Bar").scan(token, "n2");
        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("CONFLICT");

        assertThat(counters().words()).contains("2 of 3 units, ¥85.33").doesNotContain("¥128");
    }

    @Test
    void aScanOfALostDeviceSaysWhatItsUnitsAreWorth() throws IOException {
        var item = till.accept(threeUnits(), 1);
        revoke();
        till.send(List.of(item));

        assertThat(counters().words()).contains("1 of 3 units, ¥42.66").doesNotContain("¥128");
    }

    @Test
    void whatALostDeviceSendsBeyondWhatIsKeptIsLeftOutAndTheDeskSaysSo() throws IOException {
        revoke();
        TestTown.jdbc()
                .sql("update voucher.device set quarantined = 999 where id = ?")
                .param(till.id())
                .update();
        var items = List.of(till.accept("one"), till.accept("two"));

        for (int again = 0; again < 2; again++) {
            assertThat(till.send(items).status()).isEqualTo(403);
            assertThat(OfflineShop.ask(
                            Integer.class, "select count(*) from voucher.quarantined where device_id = ?", till.id()))
                    .isOne();
        }
        assertThat(counters().words()).contains("at most 1,000 scans");
    }

    /** A haircut of which a third is worth 42.66 and two thirds 85.33. */
    private String threeUnits() throws IOException {
        var order = shop.paid();
        TestTown.jdbc()
                .sql("update voucher.voucher set units = 3 where order_id = ?")
                .param(order)
                .update();
        return shop.token(order);
    }

    private PageClient.Answer counters() throws IOException {
        return desk.get("/desk/counters?place=" + shop.salon().place().value());
    }

    private void revoke() throws IOException {
        var place = shop.salon().place().value().toString();
        assertThat(desk.post("/desk/counters/" + till.id() + "/revocation", counters(), Map.of("place", place))
                        .status())
                .isEqualTo(303);
    }
}
