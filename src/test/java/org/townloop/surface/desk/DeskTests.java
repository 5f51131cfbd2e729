package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Words;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

class DeskTests extends SalonPages {

    private PageClient owner;

    @BeforeEach
    void open() throws IOException {
        owner = PageClient.of(port, day.owner());
    }

    @Test
    void theDayShowsWhoIsExpectedAndWhatIsFree() throws IOException {
        day.paid(SalonDay.AT_THREE);

        // eight hours from ten to six, one of them booked
        assertThat(owner.get("/desk").words())
                .contains("15:00", "Lin Haircut", "paid", "staff time still free today 7 h");
        assertThat(owner.get("/desk?day=2026-11-27").words()).contains("Nobody is booked for this day yet");
    }

    @Test
    void whoCalledOffIsOnTheDaysListAndNotAmongThoseWhoBooked() throws IOException {
        var tomorrow = SalonDay.AT_THREE.plus(Duration.ofDays(1));
        day.paid(tomorrow);
        day.client().cancel(day.guest(), day.paid(tomorrow.minus(Duration.ofHours(2))), "c");

        assertThat(owner.get("/desk?day=2026-11-27").words()).contains("booked so far 1", "13:00", "called off");
    }

    @Test
    void aGuestWhoDoesNotComeIsSeen() throws IOException {
        day.paid(SalonDay.AT_THREE);

        clock.set(SalonDay.AT_THREE.plus(Duration.ofMinutes(20)));
        assertThat(owner.get("/desk").body()).contains("class=\"block due ");
        clock.move(Duration.ofDays(1));
        assertThat(owner.get("/desk?day=2026-11-26").words()).contains("did not come");
    }

    @Test
    void aRedeemedVoucherIsAVisitAndMoneyOnTheStatement() throws IOException {
        day.visited(day.paid(SalonDay.AT_THREE));

        assertThat(owner.get("/desk").words())
                .contains("visits so far today 1", "earned today, your part ¥121.60", "redeemed");
        assertThat(owner.get("/desk/statement").words())
                .contains("Haircut Lin ¥128.00 ¥6.40 ¥0.00 ¥121.60 ¥121.60", "Earned ¥128.00 ¥6.40 ¥0.00 ¥121.60");
    }

    @Test
    void theStatementForASpreadsheetRunsNoFormula() throws IOException {
        var formula = SalonDay.selling(port, offers, Words.of("=HYPERLINK(\"x\")", "剪发"));
        formula.visited(formula.paid(SalonDay.AT_THREE));
        var csv = PageClient.of(port, formula.owner())
                .get("/desk/statement.csv?place=" + formula.place() + "&from=2026-11-01&to=2026-11-30");

        assertThat(csv.body())
                .startsWith("\uFEFFTime,")
                .contains("\"'=HYPERLINK(\"\"x\"\")\",Lin,CNY,128.00,6.40,0.00");
    }

    @Test
    void daysThatAreNoneAreNamedAndKept() throws IOException {
        var wrong = owner.get("/desk/statement?from=yesterday&to=2026-11-26");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"yesterday\"");
        assertThat(owner.get("/desk/statement?from=2026-11-26&to=2026-11-25").words())
                .contains("The last day lies before the first");
    }

    @Test
    void aReviewIsAnsweredOnce() throws IOException {
        var visit = day.visited(day.paid(SalonDay.AT_THREE));
        day.client().post(day.guest(), "/api/visits/" + visit + "/review", "", Map.of("rating", 4, "text", "Quiet."));
        var page = owner.get("/desk/reviews");
        assertThat(page.words()).contains("Quiet.", "1 waits for an answer");

        assertThat(reply(page, visit, " ").status()).isEqualTo(422);
        assertThat(owner.follow(reply(page, visit, "Thank you!")).words()).contains("Thank you!", "Your answer");
        var again = reply(page, visit, "Once more");
        assertThat(again.status()).isEqualTo(409);
        assertThat(owner.get("/desk/reviews").words()).doesNotContain("Once more");
    }

    @Test
    void aNewOrderIsToldAndReadOnce() throws IOException {
        day.paid(SalonDay.AT_THREE);
        var page = awaitNotice();

        assertThat(page.words()).contains("New order", "Haircut, today 15:00 · Tongxin Hair · ¥128");
        assertThat(owner.follow(owner.post(
                                "/desk/notices/read",
                                page,
                                Map.of("place", day.place().toString())))
                        .words())
                .doesNotContain("Mark all as read");
    }

    @Test
    void theDeskIsThereForItsOwnMerchantOnly() throws IOException {
        var stranger = PageClient.of(port, SalonDay.open(port, offers).owner());
        var counter = PageClient.of(port, day.counter());
        var guest = PageClient.of(port, day.guest());

        for (var path : new String[] {"/desk", "/desk/reviews", "/desk/statement", "/desk/notices"}) {
            assertThat(stranger.get(path + "?place=" + day.place()).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(counter.get(path + "?place=" + day.place()).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(guest.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get("/desk/statement.csv?place=" + day.place() + "&from=2026-11-01&to=2026-11-02")
                        .status())
                .isEqualTo(404);
    }

    private PageClient.Answer reply(PageClient.Answer page, UUID visit, String text) throws IOException {
        return owner.post(
                "/desk/reviews/" + visit, page, Map.of("place", day.place().toString(), "text", text));
    }

    private PageClient.Answer awaitNotice() throws IOException {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var page = owner.get("/desk/notices");
        while (!page.words().contains("New order") && System.nanoTime() < until) {
            page = owner.get("/desk/notices");
        }
        return page;
    }
}
