package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.supply.merchant.listing.Options;
import org.townloop.supply.merchant.listing.Progress;

/** By which words a resident finds something, and page by page. */
class WordsFoundTests extends Searching {

    @ParameterizedTest
    @CsvSource({
        "剪发",
        "理发",
        "理髮",
        "haircuts",
        "trim",
        "HAIRC",
        "同心",
        "心美发",
        "钟楼街",
        "tongxin cut",
        "Lin haircut",
        "洗剪吹",
        "blow dry",
        "jianfa",
        "jf",
        "tongxinmeif",
        "txmf",
        "zhonglou",
        "TONGXIN",
    })
    void itIsFoundByAnyOfItsWords(String words) {
        assertThat(here("q", words).total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"pedicure", "同美", "haircut pizza", "air", "jianfan", "jm", "xmfz", "烤鸭"})
    void itIsNotFoundByOthers(String words) {
        assertThat(here("q", words).total()).isZero();
    }

    @Test
    void listingsAreFoundByDishAndByPartOfAName() {
        imports.run(List.of(Path.of("src/test/resources/places")), Options.USUAL, Progress.NONE);
        screening.catchUp();
        var duck = find("region", "110000", "q", "烤鸭");
        assertThat(duck.hits()).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.listing()).isTrue();
            assertThat(hit.price()).isNull();
            assertThat(hit.nextSlots()).isEmpty();
        });
        assertThat(duck.hits()).extracting(hit -> hit.title().in(Locale.CHINA)).contains("北京全聚德");
        assertThat(find("region", "110000", "q", "国寺小").hits())
                .extracting(hit -> hit.title().in(Locale.CHINA))
                .allMatch(name -> name.contains("护国寺小吃"))
                .hasSize(2);
        assertThat(find("region", "us-dc", "q", "saint").hits())
                .extracting(hit -> hit.title().in(Locale.ENGLISH))
                .contains("Cafe Saint Ex");
        assertThat(find("region", "us-dc", "q", "cut cafe").total()).isZero();
        var all = find("limit", "100");
        assertThat(all.hits().stream().dropWhile(hit -> !hit.listing()))
                .as("listings stand after what can be booked")
                .allMatch(Hit::listing);
    }

    @Test
    void pagesGoOnWhereTheLastEndedWhateverComesBeforeIt() {
        for (int price = 1; price <= 6; price++) {
            write(changed(with("{\"services\": [\"perm\"]}"), price * 1_000, true));
        }
        var first = here("sort", "price", "limit", "3");
        write(changed(with("{\"services\": [\"perm\"]}"), 500, true));
        var rest = here("sort", "price", "limit", "20", "cursor", String.valueOf(first.cursor()));
        assertThat(rest.hits())
                .extracting(hit -> hit.price() == null ? 0 : hit.price().minor())
                .containsExactly(4_000L, 5_000L, 6_000L, 12_800L);
        assertThat(rest.cursor()).isNull();
        assertThat(refusal("place", place(), "sort", "rating", "cursor", String.valueOf(first.cursor())))
                .isEqualTo(ScreeningReason.CURSOR_INVALID);
    }
}
