package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.surface.PageClient;

/** The page on which a house says which rooms it has, and takes some out of sale. */
@TownTest
class RoomsPageTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private final TestSalon house = TestSalon.with(1, 0);
    private final String place = house.place().value().toString();
    private PageClient owner;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        owner = PageClient.of(port, TestPeople.merchantOf(house));
    }

    @Test
    void aDoubleClickAddsATypeOnceAndClosesARoomOnce() throws IOException {
        var rooms = TestHotel.in(house).rooms(3);
        var page = owner.get("/desk/rooms?place=" + place);
        var type = Map.of("place", place, "key", page.field("key"), "nameEn", "Loft", "units", "12");
        var closing = closing(rooms, page.field("key"), "1");
        for (int click = 0; click < 2; click++) {
            assertThat(owner.post("/desk/rooms", page, type).status()).isEqualTo(303);
            assertThat(owner.post("/desk/rooms/closures", page, closing).status())
                    .isEqualTo(303);
        }
        assertThat(count("merchant.resource where name ->> 'en' = 'Loft' and place_id = ?"))
                .isOne();
        assertThat(count("booking.closed_rooms where place_id = ?")).isOne();

        var closed = one("select id::text from booking.closed_rooms where place_id = ?");
        var again = Map.of("place", place, "key", UUID.randomUUID().toString());
        for (int click = 0; click < 2; click++) {
            assertThat(owner.post("/desk/rooms/closures/" + closed + "/removal", page, again)
                            .status())
                    .isEqualTo(303);
        }
        assertThat(count("booking.lot_claim where place_id = ?")).isZero();
    }

    @Test
    void whatIsCalledWithoutAKeyIsNotDone() throws IOException {
        TestHotel.in(house).rooms(3);
        var page = owner.get("/desk/rooms?place=" + place);
        var type = Map.of("place", place, "key", "", "nameEn", "Loft", "units", "12");
        assertThat(owner.post("/desk/rooms", page, type).status()).isEqualTo(422);
        assertThat(count("merchant.resource where name ->> 'en' = 'Loft' and place_id = ?"))
                .isZero();
    }

    @Test
    void aHouseThatHasFewerRoomsThanAreTakenIsToldTheNights() throws IOException {
        var rooms = TestHotel.in(house).rooms(3);
        var page = owner.get("/desk/rooms?place=" + place);
        assertThat(owner.post("/desk/rooms/closures", page, closing(rooms, page.field("key"), "3"))
                        .status())
                .isEqualTo(303);
        assertThat(owner.get("/desk/rooms?place=" + place).words()).doesNotContain("more is sold or closed");
        var fewer = Map.of(
                "place",
                place,
                "key",
                UUID.randomUUID().toString(),
                "nameEn",
                "River room",
                "nameZh",
                "河景房",
                "units",
                "1");
        assertThat(owner.follow(owner.post("/desk/rooms/" + rooms.value(), page, fewer))
                        .words())
                .contains("River room: more is sold or closed than there is, by 2 at most, in 2 nights");
    }

    /** The control: who stays overnight nowhere has no rooms, and no chair becomes one. */
    @Test
    void aSalonHasNoRooms() throws IOException {
        var salon = TestSalon.with(1, 1);
        var barber = PageClient.of(port, TestPeople.merchantOf(salon));
        var page = barber.get("/desk/people");
        var there = salon.place().value().toString();
        var type = Map.of("place", there, "key", "k", "nameEn", "Loft", "units", "12");
        assertThat(barber.post("/desk/rooms", page, type).status()).isEqualTo(404);
        assertThat(barber.post("/desk/rooms/" + salon.chairs().getFirst(), page, type)
                        .status())
                .isEqualTo(404);
    }

    private Map<String, String> closing(ResourceId rooms, String key, String count) {
        return Map.of(
                "place",
                place,
                "key",
                key,
                "type",
                rooms.value().toString(),
                "first",
                "2026-11-27",
                "last",
                "2026-11-28",
                "rooms",
                count);
    }

    private int count(String of) {
        return TestTown.jdbc()
                .sql("select count(*) from " + of)
                .param(house.place().value())
                .query(Integer.class)
                .single();
    }

    private String one(String sql) {
        return TestTown.jdbc()
                .sql(sql)
                .param(house.place().value())
                .query(String.class)
                .single();
    }
}
