package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.PageClient;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Pages;
import org.townloop.surface.page.Texts;

/** The page on which an order of goods is packed, and what its customer reads before it is paid. */
@TownTest
class PackingPageTests {

    private static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Packs packs;

    @Autowired
    Orders orders;

    @Autowired
    Places places;

    @Autowired
    Pages pages;

    @Autowired
    PackingViews views;

    @Autowired
    TestClock clock;

    private TestGrocer grocer;
    private TestPeople resident;
    private LoopClient client;
    private PageClient owner;
    private UUID carrots;
    private UUID parsnips;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        grocer = TestGrocer.with(20);
        resident = TestPeople.resident(grocer.house().region());
        client = new LoopClient(port);
        owner = PageClient.of(port, TestPeople.merchantOf(grocer.house()));
        carrots = written(grocer.article("Carrots", 2_350, null, "roots"));
        written(grocer.article("Apples", 900, null, "fruit"));
        parsnips = written(grocer.article("Parsnips", 500, null, "roots"));
        written(grocer.article("Beetroot", 400, null, "roots"));
    }

    @Test
    void whatMayBePackedInsteadIsOfTheSameKindFirstAndInTheOrderOfItsNames() throws IOException {
        var page = owner.get("/desk/delivery/orders/" + paid(held(3)));
        assertThat(page.body()
                        .replaceAll("(?s)<[^>]*label=\"([^\"]*)\"[^>]*>|<[^>]+>", " $1 ")
                        .replaceAll("\\s+", " "))
                .containsSubsequence("Roots", "Beetroot", "Parsnips", "Fruit", "Apples");
        assertThat(page.body()).doesNotContain("option value=\"" + carrots);
    }

    /** An order may have sixty lines, and a shop five hundred articles. */
    @Test
    void theArticlesArePutIntoWordsOnceForAllLines() {
        var page = pages.of(new MockHttpServletRequest(), Texts.ENGLISH);
        var sold = offers.at(grocer.house().place());
        var first = sold.getFirst();
        var instead = new OtherArticles(page, packs.get(first.pack(), first.packVersion()), sold);
        assertThat(other(instead, carrots)).isSameAs(other(instead, parsnips));
    }

    /** What stands for apples where that one is missing. */
    private PackingView.Other other(OtherArticles instead, UUID missing) {
        var offer =
                offers.get(List.of(new OfferId(missing))).values().iterator().next();
        return instead.insteadOf(offer).stream()
                .filter(group -> group.name().equals("Fruit"))
                .flatMap(group -> group.others().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereNothingMayBePackedInsteadNothingIsGatheredForIt() throws IOException {
        var order = new OrderId(paid(held(2, "leave-out")));
        var page = pages.of(new MockHttpServletRequest(), Texts.ENGLISH);
        var place = places.get(grocer.house().place());
        var merchant = grocer.house().merchant();
        var tab = Desk.Tab.DELIVERY;
        var desk =
                new Desk(page, place, merchant, List.of(), tab, page.times(), 0, 0, 0, false, false, 0, true, 0, true);
        assertThat(views.of(desk, orders.get(order), Form.EMPTY).rows())
                .allSatisfy(row -> assertThat(row.others()).isEmpty());
    }

    /** The bag is as they packed it, whatever the page of the other says. */
    @Test
    void whoeverPacksSecondReadsWhatWasPackedAndWhatTheyHadTyped() throws IOException {
        var path = "/desk/delivery/orders/" + paid(held(3));
        var page = owner.get(path);
        assertThat(owner.post(path, page, Map.of("packed.1", "3")).status()).isEqualTo(303);

        var second = owner.post(path, page, Map.of("packed.1", "1", "other.1", parsnips.toString(), "others.1", "2"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.words()).contains("Packed: 3", "You had typed: 1, and 2 × Parsnips");
        assertThat(owner.get(path).words()).doesNotContain("You had typed");
    }

    @Test
    void whatIsBroughtIsNotSaidToBeFetchedAndNobodyHasToHaveBeenThere() throws IOException {
        var checkout = PageClient.of(port, resident)
                .get("/orders/" + held(2) + "/checkout")
                .words();
        assertThat(checkout)
                .contains("brought to you", "before the shop gets the rest, at the handover")
                .doesNotContain("brought or fetched", "before you have been there");
    }

    @Test
    void aWindowSaysHowManyOfWhat() throws IOException {
        paid(held(3));
        assertThat(owner.get("/desk/delivery/window?place="
                                + grocer.house().place().value() + "&start=" + TEN)
                        .words())
                .contains("3 × Carrots");
    }

    private UUID held(int count) throws IOException {
        return held(count, "similar");
    }

    private UUID held(int count, String ifMissing) throws IOException {
        var order = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of(
                        "offerId",
                        carrots,
                        "slotStart",
                        TEN.toString(),
                        "quantity",
                        count,
                        "answers",
                        Map.of("substitution", ifMissing),
                        "site",
                        Map.of("address", "Kingfisher Lane 7", "lat", 30.285, "lon", 119.72)));
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        return order.id();
    }

    private UUID paid(UUID order) throws IOException {
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        return order;
    }

    private UUID written(NewOffer offered) {
        return switch (offers.write(offered)) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
