package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.DeliverableDesk;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;
import org.townloop.surface.PageClient;

/** What sellers put in to be opened, and what is wrong with it. */
@TownTest
class DeliverableDeskTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    DeliverableDesk desk;

    @Autowired
    TestClock clock;

    private TestSalon seller;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        seller = TestSalon.with(0, 0).hours("");
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'online-only' where region_id = ? and id = ?")
                .params(seller.region().number(), seller.place().value())
                .update();
    }

    @Test
    void faultsInTheStockAreNamedByTheirLine() {
        var keys = offered(Online.Gives.CODE);
        assertThat(lines("A\nB\n\nA\nB", keys)).isEqualTo("4, 5");
        assertThat(desk.add(merchant(), keys.id(), "A\nB")).isInstanceOf(Outcome.Done.class);
        assertThat(lines("C\n\nB\nD", keys)).isEqualTo("3");
        assertThat(lines("x".repeat(501), keys)).isEqualTo("1");
        assertThat(TestTown.jdbc()
                        .sql("select code from offer.code where offer_id = ? order by id")
                        .param(keys.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("A", "B");
    }

    /** Taken out by mistake, they are added again as they stood. */
    @Test
    void codesThatWereTakenOutStandInTheFormToBeAddedAgain() throws IOException {
        var keys = offered(Online.Gives.CODE);
        desk.add(merchant(), keys.id(), "A\nB");
        var owner = PageClient.of(port, TestPeople.merchantOf(seller));
        var path = "/desk/offers/" + keys.id().value() + "/content";
        var gone = owner.post(path + "/codes/removal", owner.get(path), Map.of());
        assertThat(gone.words()).contains("out of the stock", "0 codes left");
        assertThat(gone.body()).containsPattern("<textarea id=\"f-codes\"[^>]*>A\nB</textarea>");
        owner.post(path + "/codes", gone, Map.of("codes", "A\r\nB"));
        assertThat(owner.get(path).words()).contains("2 codes left");
    }

    @Test
    void aFileIsWhatItsFirstBytesSay() {
        var book = offered(Online.Gives.FILE);
        assertThat(desk.put(merchant(), book.id(), "book.pdf", bytes("<html>"))).isInstanceOf(Outcome.Refused.class);
        assertThat(desk.put(merchant(), book.id(), "../../our book.exe", bytes("%PDF-1.7 …")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(desk.all(merchant(), book.id()).getFirst().document())
                .satisfies(document ->
                        assertThat(document == null ? "" : document.name()).isEqualTo("our book.pdf"));
        assertThat(desk.put(merchant(), book.id(), "big.pdf", new byte[(15 << 20) + 1]))
                .isInstanceOf(Outcome.Refused.class);
    }

    private Offer offered(Online.Gives gives) {
        return switch (offers.write(TestOffers.online(seller, gives))) {
            case Outcome.Done<Offer>(var offer) -> offer;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }

    private String lines(String typed, Offer keys) {
        return desk.add(merchant(), keys.id(), typed) instanceof Outcome.Refused<Integer>(var refusal)
                ? String.valueOf(refusal.facts().get("lines"))
                : "none";
    }

    private Actor merchant() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(seller).id()),
                "Lin",
                seller.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, seller.region(), seller.merchant().value(), null)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
