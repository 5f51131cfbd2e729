package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestTown;
import org.townloop.base.region.Regions;
import org.townloop.supply.TestSalon;

/** That words say where, and what was made of them is told. */
class PlaceWordsTests extends Searching {

    @Autowired
    private Regions regions;

    @BeforeEach
    void aMap() {
        ScannedMeaning.putOnTheMap();
        regions.reload();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "haircut near the drum tower | haircut | 鼓楼",
                "near Drum Tower | '' | 鼓楼",
                "near drum tower haircut | haircut | 鼓楼",
                "haircut close to the coach station | haircut | 长途汽车站",
                "鼓楼附近的剪发 | 剪发 | 鼓楼",
                "在鼓楼附近剪发 | 剪发 | 鼓楼",
                "剪发 汽车站附近 | 剪发 | 长途汽车站",
                "剪发汽车站旁边 | 剪发 | 长途汽车站",
                "haircut near 鼓楼 | haircut | 鼓楼",
            })
    void aLandmarkIsAPointAndACircle(String question, String words, String where) {
        var understood = find("region", "test-shanghai", "q", question).understood();
        assertThat(understood.words()).isEqualTo(words);
        var near = Objects.requireNonNull(understood.near());
        assertThat(near.name().zh()).isEqualTo(where);
        assertThat(near.withinMetres()).isEqualTo(PlaceWords.AROUND_METRES);
    }

    @Test
    void theCircleIsTheOneThatCoordinatesWouldDraw() {
        var said = find("region", "test-shanghai", "q", "haircut near the drum tower", "sort", "near", "limit", "100");
        var drawn = find(
                "region",
                "test-shanghai",
                "q",
                "haircut",
                "near",
                "30.272,119.722",
                "within",
                "800",
                "sort",
                "near",
                "limit",
                "100");
        assertThat(said.hits()).isEqualTo(drawn.hits());
        assertThat(said.total()).isEqualTo(drawn.total()).isPositive();
        var farther = find("region", "test-shanghai", "q", "haircut near the drum tower", "within", "5000");
        assertThat(Objects.requireNonNull(farther.understood().near()).withinMetres())
                .isEqualTo(5_000);
        assertThat(farther.total()).isGreaterThanOrEqualTo(said.total());
    }

    @Test
    void aPlaceByItsNameIsSomewhereToo() {
        var house = TestSalon.with(1, 1);
        TestTown.jdbc()
                .sql("update merchant.place set name = '{\"en\": \"Zebra House\", \"zh\": \"斑马之家\"}' where id = ?")
                .param(house.place().value())
                .update();
        write(house.haircut());
        var near = find("region", "test-shanghai", "q", "haircut near Zebra House")
                .understood()
                .near();
        assertThat(Objects.requireNonNull(near).name().en()).isEqualTo("Zebra House");
        assertThat(find("region", "test-shanghai", "q", "斑马之家附近").understood().near())
                .isNotNull();
    }

    @Test
    void whatNamesNoPlaceStaysAWord() {
        for (var question : List.of("haircut near nowhere", "附近的理发店", "near", "火星附近", "near the")) {
            assertThat(find("region", "test-shanghai", "q", question)
                            .understood()
                            .near())
                    .as(question)
                    .isNull();
        }
        assertThat(find("q", "haircut near the drum tower").understood().near())
                .as("without a region nobody knows which drum tower")
                .isNull();
        assertThat(refusal("region", "test-shanghai", "q", "haircut near nowhere", "within", "500"))
                .isEqualTo(ScreeningReason.WITHIN_NEEDS_NEAR);
    }

    @Test
    void aWordThatNothingSaysIsLookedForAsItMayHaveBeenMeant() {
        for (var slip : List.of("haircutt", "hairctu", "haitcut", "tongxim", "tongixn")) {
            var results = find("region", "test-shanghai", "q", slip, "place", place());
            assertThat(results.total()).as(slip).isEqualTo(1);
            assertThat(results.understood().nearlySpelt()).containsExactly(slip);
        }
        // the first letter is right, short words have no slips, and what is there is meant as it stands
        assertThat(here("q", "ongxin").total()).isZero();
        assertThat(here("q", "cutt cutt").understood().nearlySpelt()).containsExactly("cutt");
        assertThat(here("q", "haircut").understood().nearlySpelt()).isEmpty();
        assertThat(here("q", "cux").total()).isZero();
    }
}
