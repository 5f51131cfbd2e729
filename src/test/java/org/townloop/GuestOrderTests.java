package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.Later;
import org.townloop.base.notice.LaterNotices;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.checkout.StaffOrders;
import org.townloop.loop.feedback.Reviews;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.loop.visit.Visits;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.surface.PageClient;

/** Who may say that an order that staff took is theirs, and what becomes of it. */
@TownTest
class GuestOrderTests extends GuestOrderSalon {

    /** 23:30 in Shanghai. */
    private static final Instant NIGHT = Instant.parse("2026-11-26T15:30:00Z");

    @Autowired
    Notices notices;

    @Autowired
    LaterNotices laterNotices;

    @Autowired
    Visits visits;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Reviews reviews;

    @Autowired
    Atomically atomically;

    @Test
    void aLinkEndsWithItsOrderAndSaysSo() throws IOException {
        var late = taken(Pays.ESCROW);
        var letters = link();
        clock.move(StaffOrders.LINK_KEPT);
        var browser = PageClient.visitor(port);
        for (var link : List.of("/pay/" + late.secret(), letters)) {
            var over = browser.get(link);
            assertThat(over.status()).as("before it is tidied up").isEqualTo(410);
            assertThat(over.words())
                    .contains("The time to pay was over", "Nothing was charged")
                    .doesNotContain("¥");
        }
        checkouts.expire(100);
        assertThat(browser.get("/pay/" + late.secret()).status()).isEqualTo(410);
    }

    @Test
    void whatWasUsedIsOverBehindItsLinkToo() throws IOException {
        var browser = PageClient.visitor(port);
        var shop = taken(Pays.SHOP).order();
        var written = link();
        assertThat(browser.get(written).body()).contains(TICKET);
        staffOrders.had(staff(), shop.id());
        var used = browser.get(written);
        assertThat(used.status()).isEqualTo(410);
        assertThat(used.words()).contains("The order has been used");
        assertThat(used.body()).doesNotContain(TICKET);
    }

    @Test
    void whoHasProvedTheContactIsAskedAndMayTakeIt() throws IOException {
        var lin = TestPeople.resident(salon.region());
        prove(lin);
        var order = taken(Pays.SHOP).order();
        var written = link();
        assertThat(orders.of(new PersonId(lin.id()), 10))
                .as("unasked it is a guest's")
                .isEmpty();

        var stranger = PageClient.of(port, TestPeople.resident(salon.region()));
        var seen = stranger.get(written);
        assertThat(seen.words()).contains("You are signed in as somebody else").doesNotContain("It is mine");
        assertThat(stranger.post(written + "/mine", seen, Map.of()).status()).isEqualTo(404);

        var hers = PageClient.of(port, lin);
        var asked = hers.get(written);
        assertThat(asked.words()).contains("It is mine", "It is not mine");
        assertThat(hers.follow(hers.post(written + "/mine", asked, Map.of())).body())
                .contains(TICKET);
        assertThat(orders.get(order.id()).resident()).isEqualTo(new PersonId(lin.id()));
        assertThat(PageClient.visitor(port).get(written).status())
                .as("the letter's link opens nothing any more")
                .isEqualTo(404);
    }

    @Test
    void whoseItIsNotIsWrittenToNoMore() throws IOException {
        var order = taken(Pays.ESCROW).order();
        var written = link();
        var browser = PageClient.visitor(port);
        var page = browser.get(written);
        assertThat(browser.follow(browser.post(written + "/not-mine", page, Map.of()))
                        .words())
                .contains("Nothing more will be sent to you");
        assertThat(contacts.of(order.resident())).isEmpty();
        assertThat(browser.get(written).status()).isEqualTo(404);
    }

    @Test
    void theLinkThatStaffHandOverLetsNobodyTakeTheOrder() throws IOException {
        var lin = TestPeople.resident(salon.region());
        prove(lin);
        var taken = taken(Pays.ESCROW);
        var hers = PageClient.of(port, lin);
        var handed = "/pay/" + taken.secret();
        var page = hers.get(handed);
        assertThat(page.words()).doesNotContain("Is this yours?");
        for (var answer : List.of("/mine", "/not-mine")) {
            assertThat(hers.post(handed + answer, page, Map.of()).status()).isEqualTo(404);
        }
    }

    @Test
    void whatIsStillOnItsWayToThemGoesOutNoMore() throws IOException {
        var lin = TestPeople.resident(salon.region());
        prove(lin);
        for (var answer : List.of("not-mine", "mine")) {
            clock.set(TestClock.START);
            var order = taken(Pays.SHOP).order();
            var written = link();
            clock.set(NIGHT);
            notices.tell(List.of(new NewNotice(
                    order.resident(), Notice.Kind.CHANGED, order.id().value(), Map.of())));
            assertThat(states(order.resident())).as("it waits for the morning").contains("QUEUED");
            var browser = PageClient.of(port, lin);
            browser.post(written + "/" + answer, browser.get(written), Map.of());
            assertThat(states(order.resident())).as(answer).containsExactlyInAnyOrder("SENT", "SUPPRESSED");
        }
    }

    @Test
    void whatWasHadBeforeTheyTookItIsTheirsToSpeakOf() throws IOException {
        var lin = TestPeople.resident(salon.region());
        prove(lin);
        var order = taken(Pays.SHOP).order();
        var written = link();
        var visit = visited(order);
        laterNotices.note(List.of(new Later(
                clock.instant().plus(Duration.ofHours(2)),
                new NewNotice(
                        order.resident(), Notice.Kind.REVIEW_ASKED, order.id().value(), Map.of()))));
        var hers = PageClient.of(port, lin);
        hers.post(written + "/mine", hers.get(written), Map.of());

        clock.move(Duration.ofHours(2));
        laterNotices.tellDue(1000);
        assertThat(notices.of(new PersonId(lin.id()), 10))
                .extracting(Notice::kind)
                .contains(Notice.Kind.REVIEW_ASKED);
        assertThat(notices.of(order.resident(), 10)).extracting(Notice::kind).doesNotContain(Notice.Kind.REVIEW_ASKED);
        var actor = people.actor(new PersonId(lin.id())).orElseThrow();
        assertThat(reviews.write(actor, visit.id().value(), 5, "Just right.")).isInstanceOf(Outcome.Done.class);
    }

    private Visit visited(Order order) {
        var visit = new Visit(
                new VisitId(Ids.next(salon.region(), clock.instant())),
                order.id(),
                vouchers.of(order.id()).getFirst().id(),
                1,
                order.place(),
                haircut,
                order.resident(),
                clock.instant());
        atomically.run(() -> {
            visits.insert(List.of(visit));
            return Outcome.done(visit);
        });
        return visit;
    }

    private List<String> states(PersonId person) {
        return jdbc.sql("select state from notice.delivery where person_id = ?")
                .param(person.value())
                .query((row, number) -> row.getString("state"))
                .list();
    }
}
