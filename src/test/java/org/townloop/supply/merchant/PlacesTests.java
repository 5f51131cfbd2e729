package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.json.JsonMapper;

@SupplyTest
class PlacesTests {

    private final Places places;
    private final OpeningHours hours;
    private final TestSalon salon = TestSalon.with(2, 3);
    private final String source = "test-" + UUID.randomUUID();

    PlacesTests(Places places, OpeningHours hours) {
        this.places = places;
        this.hours = hours;
    }

    @Test
    void aPlaceIsKnownWithItsMerchantStaffAndResources() {
        var place = places.get(salon.place());
        assertThat(place.name()).isEqualTo(Words.of("Tongxin Hair", "同心美发"));
        assertThat(place.isListing()).isFalse();
        assertThat(places.of(salon.merchant())).containsExactly(place);
        assertThat(places.merchant(salon.merchant()).name().en()).isEqualTo("Tongxin");
        assertThat(places.staff(salon.place())).extracting(Staff::id).containsExactlyElementsOf(salon.staff());
        assertThat(places.resources(salon.place()))
                .hasSize(3)
                .allMatch(resource -> resource.kind().equals("chair"));
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThatThrownBy(() -> places.get(new PlaceId(salon.order()))).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> places.merchant(new MerchantId(salon.order()))).isInstanceOf(Absent.class);
        assertThat(places.get(List.of(salon.place(), new PlaceId(salon.order()))))
                .containsOnlyKeys(salon.place());
    }

    @Test
    void theUsualWeekIsToldByTheClockOnTheWall() {
        salon.open("09:00", "12:00").alsoOpen("13:00", "24:00").closedOn("2026-12-25");
        assertThat(hours.weekOf(salon.place()))
                .hasSize(14)
                .startsWith(
                        new DayHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON),
                        new DayHours(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.MIDNIGHT));
    }

    @Test
    void aListingIsBroughtInOnceAndThenOnlyIfItChanged() {
        var first = places.upsertListings(List.of(listing("1", "Ben's"), listing("2", "Florida Avenue Grill")));
        assertThat(first).isEqualTo(new ImportCount(2, 0, 0));
        var again = places.upsertListings(List.of(listing("1", "Ben's"), listing("2", "Florida Avenue Grill")));
        assertThat(again).isEqualTo(new ImportCount(0, 0, 2));
        var renamed = places.upsertListings(List.of(listing("1", "Ben's Chili Bowl"), listing("3", "Tryst")));
        assertThat(renamed).isEqualTo(new ImportCount(1, 1, 0));
        assertThat(brought())
                .extracting(place -> place.name().en())
                .containsExactlyInAnyOrder("Ben's Chili Bowl", "Florida Avenue Grill", "Tryst");
        assertThat(brought()).allMatch(Place::isListing);
        assertThat(toldOf()).isEqualTo(4);
    }

    @Test
    void aPlaceThatItsMerchantTookOverStaysAsItIs() {
        places.upsertListings(List.of(listing("1", "Ben's")));
        TestTown.jdbc()
                .sql("update merchant.place set merchant_id = ? where source = ?")
                .params(salon.merchant().value(), source)
                .update();
        assertThat(places.upsertListings(List.of(listing("1", "Renamed")))).isEqualTo(new ImportCount(0, 0, 1));
        assertThat(brought()).extracting(place -> place.name().en()).containsExactly("Ben's");
    }

    @Test
    void aPlaceWithoutCoordinatesIsListed() {
        var nowhere = new Listing(
                TestSalon.SHANGHAI,
                source,
                "1",
                new Words(null, "北京全聚德"),
                Words.NONE,
                null,
                "restaurants",
                null,
                JsonMapper.builder().build().createObjectNode());
        places.upsertListings(List.of(nowhere));
        assertThat(brought()).singleElement().satisfies(place -> {
            assertThat(place.point()).isNull();
            assertThat(place.name().zh()).isEqualTo("北京全聚德");
        });
    }

    @Test
    void twoListingsOfOneKeyAreABrokenAssumption() {
        var twice = List.of(listing("1", "Ben's"), listing("1", "Tryst"));
        assertThatThrownBy(() -> places.upsertListings(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    private Listing listing(String key, String name) {
        return new Listing(
                TestSalon.SHANGHAI,
                source,
                key,
                new Words(name, null),
                Words.of("1213 U Street", ""),
                new Point(38.917, -77.028),
                "restaurants",
                null,
                JsonMapper.builder().build().createObjectNode());
    }

    private List<Place> brought() {
        var all = new ArrayList<Place>();
        places.forEach(2, all::addAll);
        assertThat(all).extracting(Place::id).doesNotHaveDuplicates();
        return all.stream().filter(place -> place.source().equals(source)).toList();
    }

    private int toldOf() {
        return TestTown.jdbc().sql("""
            select count(*) from kernel.event
            where type = 'PlaceChanged' and subject in (select id from merchant.place where source = ?)
            """).param(source).query(Integer.class).single();
    }
}
