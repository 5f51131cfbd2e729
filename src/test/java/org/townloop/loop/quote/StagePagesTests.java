package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.townloop.loop.quote.MovingDay.done;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.PageClient;

/** What whoever has accepted a quotation is told of its stages, and of what comes back when it is called off. */
@TownTest
class StagePagesTests extends SomebodyAsks {

    private static final String FROM = "Kingfisher Lane 7";
    private static final String TO = "Willow Street 12";
    private static final String FIRM = "钟楼街 12 号";

    private PageClient resident;
    private String path;

    @BeforeEach
    void open() throws IOException {
        resident = PageClient.of(port, day.resident());
        path = "/quotes/" + request.id().value();
    }

    @Test
    void whoSawAnotherSumIsToldTheNewOneAndNothingIsDone() throws IOException {
        var first = accepted(day.quotation());
        var seen = resident.get(path);
        assertThat(seen.words()).contains("You get back all of the ¥366.67 you have paid");
        assertThat(seen.field("refund")).isEqualTo("36667");
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(30)));
        var late = resident.post(path + "/calling-off", seen, Map.of("refund", "36667", "reason", "We stay"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("it is ¥293.34 now", "You get back ¥293.34 of the ¥366.67 you have paid");
        assertThat(late.body()).contains("value=\"We stay\"");
        assertThat(state(first)).isEqualTo("PAID");
        assertThat(progressed().request().state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(claims()).as("they still come").isEqualTo(2);

        var off = resident.post(path + "/calling-off", late, Map.of("refund", late.field("refund")));
        assertThat(off.status()).isEqualTo(303);
        assertThat(state(first)).isNotEqualTo("PAID");
    }

    @Test
    void theApiAsksForTheSumToo() throws IOException {
        accepted(day.quotation());
        var api = "/api/quote-requests/" + request.id().value() + "/calling-off";
        var shown = day.client().get(day.resident(), api).body();
        assertThat(shown.at("/refund/minor").asLong()).isEqualTo(36_667);
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(30)));
        assertThat(day.client().post(day.resident(), api, "k1", Map.of()).status())
                .isEqualTo(422);
        var late = day.client().post(day.resident(), api, "k2", Map.of("refund", shown.at("/refund")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("type").asString()).endsWith("refund-changed");
        assertThat(progressed().request().state()).isEqualTo(RequestState.ACCEPTED);
        var now = day.client().get(day.resident(), api).body();
        var off = day.client().post(day.resident(), api, "k3", Map.of("refund", now.at("/refund")));
        assertThat(off.body().at("/state").asString()).isEqualTo("CALLED_OFF");
        assertThat(off.body().at("/quotations/0/stages/0/refund/minor").asLong())
                .isEqualTo(29_334);
    }

    @Test
    void whatWasCalledOffLooksSoEverywhere() throws IOException {
        var place = PageClient.of(port, TestPeople.merchantOf(day.firm()));
        var first = accepted(day.quotation());
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(30)));
        assertThat(resident.get(path).words()).contains("Voucher", "Released when its code is shown");
        done(callOffs.callOff(day.resides(), request.id(), shown(), "We stay"));
        assertThat(resident.get(path).words())
                .contains("¥293.34 of the ¥366.67 you paid goes back.", "Reason: We stay", "Nothing was paid of it.")
                .contains("¥293.34 goes back, ¥73.33 stays with the place.")
                .doesNotContain("Voucher", "Released when its code is shown", "once the stage before", "accepted");
        assertThat(resident.get("/orders/" + first.value()).words())
                .doesNotContain("Show this code", "they are called off together");
        assertThat(place.get("/desk/quotes/" + request.id().value()).words())
                .contains("¥293.34 goes back, ¥73.33 stays with the place.");
        await().untilAsserted(() -> assertThat(place.get("/desk/notices").words())
                .contains("The resident has called it off.", "¥293.34 goes back, ¥73.33 stays with you"));
        await().untilAsserted(() ->
                assertThat(resident.get("/my-loop").words()).contains("You get back ¥293.34; the place keeps ¥73.33."));
    }

    /** Its people are taken while it is paid, and nothing takes its place. */
    @Test
    void theDeskIsToldThatItsPeopleAreKeptWhileTheFirstStageIsPaid() throws IOException {
        var place = PageClient.of(port, TestPeople.merchantOf(day.firm()));
        var desk = "/desk/quotes/" + request.id().value();
        var quotation = offered(day.quotation());
        assertThat(place.get(desk).words()).contains("Nobody is taken before it is accepted");
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a"));
        assertThat(place.get(desk).words())
                .contains("your people are kept for it, and no other quotation can be written")
                .doesNotContain("Nobody is taken before", "a new one replaces it");
        assertThat(resident.get("/orders/" + first.id().value()).words())
                .contains("as long as the quotation holds, you can begin anew on its page");
    }

    @Test
    void theFormMarksTheAnswerThatIsNone() throws IOException {
        var ask = "/quotes/new/" + request.offer().value();
        var wrong = resident.post(
                ask,
                resident.get(ask),
                Map.of("words", "A sofa", "address", FROM, "destination", TO, "answer.home", "", "key", "k9"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("“What is moved?” is not answered.");
        assertThat(wrong.body()).containsPattern("id=\"q-home\"[^>]*aria-invalid=\"true\"");
    }

    @Test
    void aStageNamesWhereTheWorkIsAndWhatFollows() throws IOException {
        var first = done(acceptances.accept(
                        day.resides(), offered(day.quotation()).id(), "a"))
                .id();
        assertThat(resident.get("/orders/" + first.value() + "/checkout").words())
                .contains(FROM, TO, "Stage 1 of 2.", "comes to ¥1,100.01 in all", "All in place ¥733.34")
                .contains("a share is of that stage’s amount", "If nobody is there");
        paid(first);
        saysSo(first);
        var file = resident.get("/orders/" + first.value() + "/calendar.ics").body();
        assertThat(file.replace("\r\n ", "")).contains("LOCATION:From " + FROM + " to " + TO);
    }

    private void saysSo(OrderId first) throws IOException {
        var page = resident.get("/orders/" + first.value());
        assertThat(page.words())
                .contains(FROM, TO, "Stage 1 of 2.", "All in place ¥733.34", "they are called off together")
                .contains("Show this code when the work of this stage is done.")
                .doesNotContain("See you there", FIRM);
        assertThat(page.body()).contains(path);
    }
}
