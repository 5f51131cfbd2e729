package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.quote.MovingDay.done;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.JsonNode;

/** A request from its words to its end, by the API alone. */
@TownTest
class QuoteApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    QuoteDesk desk;

    @Autowired
    TestClock clock;

    private MovingDay day;
    private RequestId request;
    private String path;

    @BeforeEach
    void somebodyAsks() throws IOException {
        clock.set(TestClock.START);
        day = MovingDay.open(port, offers);
        request = asked("k");
        path = "/api/quote-requests/" + request.value();
    }

    @Test
    void whatWasAskedIsGivenBackAndTheTwoCanWrite() throws IOException {
        var one = get();
        assertThat(one.at("/asked/words").asString()).startsWith("Two rooms");
        assertThat(one.at("/asked/address").asString()).isEqualTo("Kingfisher Lane 7");
        assertThat(one.at("/asked/destination").asString()).isEqualTo("Willow Street 12");
        assertThat(one.at("/asked/answers/floorFrom").asString()).isEqualTo("3");
        assertThat(one.at("/placeId").asString())
                .isEqualTo(day.firm().place().value().toString());
        var written = post("/messages", Map.of("message", "Is Saturday possible?"));
        assertThat(written.body().at("/messages/0/words").asString()).isEqualTo("Is Saturday possible?");
        assertThat(written.body().at("/messages/0/byPlace").asBoolean()).isFalse();
        assertThat(post("/messages", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void somebodyComesToLookAtTheTimeThatWasChosen() throws IOException {
        var times = List.of(MovingDay.TUESDAY.minus(Duration.ofDays(3)), MovingDay.TUESDAY.minus(Duration.ofDays(2)));
        done(desk.propose(day.runs(), request, day.firm().staff().getFirst(), times, 60));
        var proposed = get();
        assertThat(proposed.at("/state").asString()).isEqualTo("SURVEY_PROPOSED");
        assertThat(proposed.at("/surveyTimes/1/start").asString()).isEqualTo("2026-11-29T10:00:00+08:00");
        assertThat(post("/survey", Map.of()).status()).isEqualTo(422);
        var chosen = post("/survey", Map.of("number", 2)).body();
        assertThat(chosen.at("/state").asString()).isEqualTo("SURVEY_AGREED");
        assertThat(chosen.at("/survey/end").asString()).isEqualTo("2026-11-29T11:00:00+08:00");
    }

    @Test
    void itIsTakenBackOrCalledOff() throws IOException {
        assertThat(post("/withdrawal", Map.of("reason", "We stay"))
                        .body()
                        .at("/state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        request = asked("k2");
        path = "/api/quote-requests/" + request.value();
        var quotation = done(desk.offer(day.runs(), request, day.quotation(), "o1"));
        var first = post("/acceptance", Map.of("quotationId", quotation.id().value()));
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(post("/calling-off", Map.of("refund", Map.of("minor", 0, "currency", "CNY")))
                        .status())
                .as("not paid yet")
                .isEqualTo(409);
    }

    @Test
    void aQuotationOfAnotherRequestIsNoneOfThisOne() throws IOException {
        var other = done(desk.offer(day.runs(), asked("k3"), day.quotation(), "o3"));
        assertThat(post("/acceptance", Map.of("quotationId", other.id().value()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseDoesAnyOfIt() throws IOException {
        var stranger = TestPeople.resident(day.firm().region());
        for (var act : List.of("/survey", "/messages", "/withdrawal", "/calling-off")) {
            var answer = day.client().post(stranger, path + act, "x", Map.of("number", 1, "message", "Mine"));
            assertThat(answer.status()).as(act).isEqualTo(404);
        }
    }

    @Test
    void whatIsNoAnswerAndNoTelephoneIsSaidSo() throws IOException {
        assertThat(refused("phone", "12")).isEqualTo("phone-too-short");
        assertThat(refused("answers", Map.of("home", "castle", "floorFrom", "3", "floorTo", "6")))
                .isEqualTo("answer-not-a-choice");
        assertThat(refused("answers", Map.of("home", "", "floorFrom", "3", "floorTo", "6")))
                .isEqualTo("answer-missing");
        assertThat(refused("answers", Map.of("home", "office", "floorFrom", "third", "floorTo", "6")))
                .isEqualTo("answer-no-number");
    }

    private String refused(String field, Object said) throws IOException {
        var asked = new HashMap<String, Object>(body());
        asked.put(field, said);
        var answer = day.client().post(day.resident(), "/api/quote-requests", "r" + said, asked);
        assertThat(answer.status()).isEqualTo(422);
        var type = answer.body().path("type").asString();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private Map<String, Object> body() {
        var wanted = day.wanted();
        return Map.of(
                "offerId", wanted.offer().value(),
                "words", wanted.words(),
                "address", wanted.address(),
                "destination", wanted.destination(),
                "answers", wanted.answers());
    }

    private RequestId asked(String key) throws IOException {
        var answer = day.client().post(day.resident(), "/api/quote-requests", key, body());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return new RequestId(answer.id());
    }

    private JsonNode get() throws IOException {
        return day.client().get(day.resident(), path).body();
    }

    private LoopClient.Answer post(String act, Map<String, Object> body) throws IOException {
        return day.client().post(day.resident(), path + act, act + path, body);
    }
}
