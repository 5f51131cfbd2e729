package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.DeliverableDesk;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;

/** A file that was bought by the API is got by the API. */
@TownTest
class OpenedFileTests {

    private static final String WORDS = "%PDF-1.7 The erhu in ten evenings";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    DeliverableDesk desk;

    @Autowired
    TestClock clock;

    /** Where the answer says that it is, with the token that it was asked for with. */
    @Test
    void aFileIsGotByTheTokenThatOpenedItAndByNobodyElses() throws IOException {
        clock.set(TestClock.START);
        var client = new LoopClient(port);
        var seller = TestSalon.with(0, 0).hours("");
        var resident = TestPeople.resident(seller.region());
        var order = paid(client, resident, book(seller));
        var path = "/api/orders/" + order + "/opening/1/file";
        assertThat(client.get(resident, path).status()).as("not opened yet").isEqualTo(404);
        client.post(resident, "/api/orders/" + order + "/opening", "o1", Map.of("withdrawalEnds", true));
        var opened = client.get(resident, "/api/orders/" + order + "/opening").body();
        assertThat(opened.at("/lines/0/file/href").asString()).isEqualTo(path);
        assertThat(client.read(resident, path)).isEqualTo(WORDS);
        assertThat(client.get(resident, path.replace("/1/", "/2/")).status()).isEqualTo(404);
        assertThat(client.get(TestPeople.resident(seller.region()), path).status())
                .isEqualTo(404);
    }

    private OfferId book(TestSalon seller) {
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'online-only' where region_id = ? and id = ?")
                .params(seller.region().number(), seller.place().value())
                .update();
        var grant = new Grant(Role.MERCHANT, seller.region(), seller.merchant().value(), null);
        var owner = new Actor(
                new PersonId(TestPeople.merchantOf(seller).id()),
                "Lin",
                seller.region(),
                Locale.ENGLISH,
                List.of(grant));
        var book = switch (offers.write(TestOffers.online(seller, Online.Gives.FILE))) {
            case Outcome.Done<Offer>(var offer) -> offer.id();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal.toString());
        };
        assertThat(desk.put(owner, book, "erhu.pdf", WORDS.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Outcome.Done.class);
        return book;
    }

    private static UUID paid(LoopClient client, TestPeople resident, OfferId book) throws IOException {
        var held = client.post(resident, "/api/orders", "h1", Map.of("offerId", book.value()));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        client.press(client.pay(resident, held.id(), "p1").text("redirectUrl"), "succeed");
        client.order(resident, held.id(), "PAID");
        return held.id();
    }
}
