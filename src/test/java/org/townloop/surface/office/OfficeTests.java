package org.townloop.surface.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.loop.ordering.OrderCounts;
import org.townloop.loop.ordering.Stage;
import org.townloop.supply.TestSalon;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

class OfficeTests extends SalonPages {

    @Autowired
    OrderCounts counts;

    private PageClient operator;

    @BeforeEach
    void open() throws IOException {
        operator = PageClient.of(port, operatorOf(999_000));
    }

    @Test
    void eachStageIsCountedAndItsListSaysTheSame() throws IOException {
        var visit = day.visited(day.paid(SalonDay.AT_THREE));
        day.visited(day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(1))));
        day.client().post(day.guest(), "/api/visits/" + visit + "/review", "", Map.of("rating", 5));
        day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(2)));
        day.client().cancel(day.guest(), day.paid(SalonDay.AT_THREE.minus(Duration.ofHours(1))), "c");
        var unpaid = day.held(SalonDay.AT_THREE.minus(Duration.ofHours(2)));
        clock.move(Duration.ofMinutes(11));
        day.client().order(day.guest(), unpaid, "EXPIRED");
        clock.move(Duration.ofDays(1));

        listed("orders", "held", 5);
        listed("orders", "paid", 4);
        listed("orders", "expired", 1);
        listed("orders", "cancelled", 1);
        listed("orders", "missed", 1);
        listed("visits", "visited", 2);
        listed("visits", "reviewed", 1);
        listed("visits", "unspoken", 1);
        assertThat(countHere(Stage.HELD)).isEqualTo(5);
        assertThat(countHere(Stage.PAID)).isEqualTo(4);
        assertThat(countHere(Stage.EXPIRED)).isEqualTo(1);
        assertThat(countHere(Stage.CANCELLED)).isEqualTo(1);
        assertThat(countHere(Stage.MISSED)).isEqualTo(1);
    }

    @Test
    void thePictureOfARegionAndOfAllAboveItIsThere() throws IOException {
        day.visited(day.paid(SalonDay.AT_THREE));

        assertThat(operator.get("/office").words()).contains("East: the loop, last 28 days", "By region", "By trade");
        assertThat(operator.get("/office?region=test-shanghai").words()).contains("Shanghai time: the loop");
    }

    @Test
    void theBooksAreCheckedWhenAskedFor() throws IOException {
        var page = operator.get("/office/needs");

        assertThat(operator.follow(operator.post("/office/books", page, Map.of("region", "test-east")))
                        .words())
                // tests of single modules leave halves of orders in the tables they share
                .containsPattern("checked today|checks? failed, today");
    }

    @Test
    void anotherRegionsOfficeIsNotThere() throws IOException {
        var west = PageClient.of(port, operatorOf(998_000));

        assertThat(west.get("/office?region=test-shanghai").status()).isEqualTo(404);
        assertThat(west.get("/office/orders?region=test-west&state=held&place=" + day.place())
                        .status())
                .isEqualTo(404);
        assertThat(west.get("/office/orders?region=test-west&state=held&in=test-shanghai")
                        .status())
                .isEqualTo(404);
        assertThat(west.get("/office/needs?region=test-east").status()).isEqualTo(404);
        assertThat(west.post("/office/books", west.get("/office/needs"), Map.of("region", "test-east"))
                        .status())
                .isEqualTo(404);
        assertThat(PageClient.of(port, day.owner()).get("/office").status()).isEqualTo(404);
        assertThat(operator.get("/office/orders?region=test-east&state=visited").status())
                .isEqualTo(404);
    }

    private void listed(String list, String state, int rows) throws IOException {
        var page = operator.get("/office/" + list + "?region=test-east&state=" + state + "&place=" + day.place());
        assertThat(page.body().split("<tr>", -1).length - 2).as(state).isEqualTo(rows);
    }

    private int countHere(Stage stage) {
        return counts
                .of(List.of(TestSalon.SHANGHAI), clock.instant().minus(Duration.ofDays(28)), clock.instant())
                .stream()
                .filter(count -> count.place().equals(day.salon().place()))
                .mapToInt(count -> count.of(stage))
                .sum();
    }

    @Test
    void anOperatorWritesALetterAndIsToldWhatIsWrongWithIt() throws IOException {
        var path = "/office/messages/reply/en";
        var page = operator.get(path + "?region=test-shanghai");
        var wrong = Map.of(
                "region", "test-shanghai", "title", "Hello", "brief", "See {nowhere}", "full", "F", "act", "save");
        var refused = operator.post(path, page, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("does not know {nowhere}", "Nothing was saved");
        assertThat(refused.body()).contains("See {nowhere}");

        var mine = new HashMap<>(wrong);
        mine.put("brief", "Read what {place} says: {link}");
        assertThat(operator.follow(operator.post(path, page, mine)).words())
                .contains("Saved", "Read what Tongxin Hair says: http", "1 segment", "Back to the shipped text");
        var dismissed = operator.post(path + "/dismissal", page, Map.of("region", "test-shanghai"));
        assertThat(operator.follow(dismissed).words()).contains("answered your review", "back to the shipped text");
        assertThat(operator.get("/office/messages?region=test-shanghai").words())
                .contains("Sent in the last 7 days");
    }

    @Test
    void aLetterIsWrittenByWhoRunsTheRegionOnly() throws IOException {
        var path = "/office/messages/reply/en";
        var owner = PageClient.of(port, day.owner());
        var page = owner.get("/my-loop");
        var draft = Map.of("region", "test-shanghai", "title", "T", "brief", "B", "full", "F", "act", "save");
        assertThat(owner.get(path + "?region=test-shanghai").status()).isEqualTo(404);
        assertThat(owner.post(path, page, draft).status()).isEqualTo(404);
        assertThat(owner.post(path + "/dismissal", page, Map.of("region", "test-shanghai"))
                        .status())
                .isEqualTo(404);
    }

    private static TestPeople operatorOf(int region) {
        var person = TestPeople.resident(TestSalon.SHANGHAI);
        TestTown.jdbc()
                .sql("insert into identity.role (person_id, role, region_id) values (?, 'OPERATOR', ?)")
                .params(person.id(), region)
                .update();
        return person;
    }
}
