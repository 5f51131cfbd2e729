package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

/** What is typed wrong at the desk is named and kept, in both languages, and changes nothing. */
class WrongFieldsTests extends SalonPages {

    @Autowired
    OpeningHours hours;

    private PageClient owner;

    @BeforeEach
    void signIn() throws IOException {
        owner = PageClient.of(port, day.owner());
    }

    @ParameterizedTest
    @CsvSource({
        "windowDays,-1,Say for how many days a voucher is good: 1 to 90.",
        "windowDays,99999999,Say for how many days a voucher is good: 1 to 90.",
        "windowDays,two,Say for how many days a voucher is good: 1 to 90.",
        "windowDays,'',Say for how many days a voucher is good: 1 to 90.",
        "dailyCapacity,-3,Say how many there are each day: 1 to 10",
        "dailyCapacity,many,Say how many there are each day: 1 to 10",
        "lastSaleDay,2026-11-25,The last day of sale is over already.",
        "lastSaleDay,soon,That is no day.",
        "blockedDays,2026-12-24 tomorrow,“tomorrow” is no day.",
        "price,12.345,The price is not readable.",
        "price,-5,The price is not readable.",
        "menu,Main: Fish +ten | Beef +-1,A line of the menu is not readable",
        "attr.feeds,many,Feeds is not readable.",
        "attr.feeds,99,“Feeds” must be between 1 and 20.",
        "attr.feeds,2.5,“Feeds” must be a whole number.",
        "attr.cuisine,odd,“Cuisine” must be one of these: Home cooking",
        "staff,nobody,Someone chosen does not work at this place.",
    })
    void aSetMenu(String field, String typed, String sentence) throws IOException {
        day = SalonDay.dining(port, offers);
        owner = PageClient.of(port, day.owner());
        var page = owner.get("/desk/offers/" + day.haircut());
        var fields = new HashMap<>(Map.of(
                "version",
                page.field("version"),
                "titleEn",
                "Lunch",
                "price",
                "68",
                "dailyCapacity",
                "10",
                "windowDays",
                "1",
                "attr.cuisine",
                "home",
                "attr.meals",
                "lunch",
                "active",
                "yes"));
        fields.put(field, typed);
        var answer = owner.post("/desk/offers/" + day.haircut(), page, fields);
        refused(answer, sentence);
        if (!field.equals("attr.cuisine") && !field.equals("staff")) {
            assertThat(answer.body()).containsAnyOf("value=\"" + typed + "\"", ">" + typed + "</textarea>");
        }
        assertThat(owner.get("/desk/offers/" + day.haircut()).field("version")).isEqualTo(page.field("version"));
    }

    @ParameterizedTest
    @CsvSource({
        "minutes,an hour,The duration must be whole five minutes",
        "minutes,'',The duration must be whole five minutes",
        "minutes,9999999999,The duration must be whole five minutes",
        "before,-5,The time kept free must be whole five minutes",
        "after,7,The time kept free must be whole five minutes",
        "resource,bathtub,This trade knows only these kinds: Chair",
    })
    void aHaircut(String field, String typed, String sentence) throws IOException {
        var page = owner.get("/desk/offers/" + day.haircut());
        var fields = new HashMap<>(Map.of(
                "version",
                page.field("version"),
                "titleEn",
                "Cut",
                "price",
                "68",
                "minutes",
                "60",
                "attr.services",
                "cut",
                "active",
                "yes",
                "staff",
                day.salon().staff().getFirst().value().toString()));
        fields.put(field, typed);
        refused(owner.post("/desk/offers/" + day.haircut(), page, fields), sentence);
    }

    @Test
    void aWrongDayThatDiffersLeavesTheWeekAlone() throws IOException {
        var page = owner.get("/desk/hours");
        for (var wrong : new String[][] {
            {"someday", "", "", "That is no day."},
            {"2026-12-24", "nine", "18:00", "A time is not readable"},
            {"2026-12-24", "09:00", "", "A time is not readable"},
            {"2026-12-24", "09:00:30", "18:00", "A time is not readable"},
            {"2026-11-25", "", "", "That day is over."},
        }) {
            var answer = owner.post(
                    "/desk/hours/exceptions",
                    page,
                    Map.of("place", day.place().toString(), "day", wrong[0], "opens", wrong[1], "closes", wrong[2]));
            refused(answer, wrong[3]);
            assertThat(answer.body()).contains("value=\"" + wrong[0] + "\"");
            assertThat(answer.body()).contains("name=\"d4a\" type=\"time\" value=\"09:00\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"10:00,24:59", "24:00,18:00", "10:00:20,18:00", "ten,18:00", "'',18:00"})
    void aWeekWithATimeThatIsNoneIsNotWritten(String opens, String closes) throws IOException {
        var before = hours.weekOf(day.salon().place());
        var page = owner.get("/desk/hours");
        var answer = owner.post(
                "/desk/hours",
                page,
                Map.of("place", day.place().toString(), "version", page.field("version"), "d1a", opens, "d1b", closes));
        refused(answer, "A time is not readable");
        assertThat(answer.body()).contains("value=\"" + closes + "\"");
        assertThat(hours.weekOf(day.salon().place())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"-2", "some", "99999999", "201"})
    void soManyChairsAreNotReadAsNone(String typed) throws IOException {
        var page = owner.get("/desk/people");
        var answer = owner.post(
                "/desk/people", page, Map.of("place", day.place().toString(), "names", "Wu", "count.chair", typed));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("name=\"count.chair\"", "value=\"" + typed + "\"", "Wu</textarea>");
        assertThat(owner.get("/desk/people").words()).doesNotContain("Wu");
    }

    @Test
    void aNameIsKeptWhereItWasTypedAndAPinIsNot() throws IOException {
        var page = owner.get("/desk/people");
        var person = day.salon().staff().getFirst().value();
        var place = day.place().toString();
        var longName = "x".repeat(61);
        var renamed = owner.post(
                "/desk/people/" + person,
                page,
                Map.of("place", place, "version", "1", "nameEn", longName, "nameZh", ""));
        refused(renamed, "The name is longer than 60 characters");
        assertThat(renamed.body()).contains("value=\"" + longName + "\"");
        var pin = owner.post(
                "/desk/people/" + person + "/pin", page, Map.of("place", place, "version", "1", "pin", "1111"));
        assertThat(pin.words()).contains("Anybody would guess that PIN").doesNotContain("Nothing you typed was lost");
    }

    @Test
    void aDayThatIsNoneIsSaidToBeNone() throws IOException {
        var answer = owner.get("/desk?day=soon");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words()).contains("That is no day.");
    }

    private static void refused(PageClient.Answer answer, String sentence) {
        assertThat(answer.status()).as(answer.words()).isEqualTo(422);
        assertThat(answer.words()).contains(sentence);
        assertThat(answer.body()).contains("role=\"alert\"");
    }
}
