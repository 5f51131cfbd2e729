package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Money;

/** What a resident finds, and how soon. */
class ScreeningTests extends Searching {

    /** Saturday at three in the afternoon, for an hour. */
    private static final String SATURDAY = "2026-11-28T15:00:00+08:00/PT1H";

    @Test
    void anOfferIsFoundAsSoonAsItIsWrittenAndNoLongerOnceItIsWithdrawn() {
        assertThat(here("q", "haircut").hits()).extracting(Hit::offer).containsExactly(haircut.id());
        write(changed(haircut, 9_900, true));
        assertThat(here("q", "haircut").hits()).extracting(Hit::price).containsExactly(Money.of(9_900, "CNY"));
        write(changed(haircut, 9_900, false));
        assertThat(here("q", "haircut").total()).isZero();
    }

    @Test
    void aTimeThatWasTakenIsNotFoundByTheNextSearch() {
        assertThat(here("open", SATURDAY).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.nextSlots()).containsExactly(Instant.parse("2026-11-28T07:00:00Z")));
        hold("2026-11-28T06:30:00Z");
        assertThat(here("open", SATURDAY).total()).isZero();
        assertThat(here("open", "2026-11-28T15:00:00+08:00/PT2H").hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.nextSlots()).first().isEqualTo(Instant.parse("2026-11-28T07:30:00Z")));
    }

    @Test
    void aReviewCountsInTheNextSearch() {
        assertThat(here("ratingMin", "4").total()).isZero();
        review(5);
        assertThat(here("ratingMin", "4").hits()).singleElement().satisfies(hit -> {
            assertThat(hit.reputation().visits()).isEqualTo(1);
            assertThat(hit.reputation().mean()).isEqualTo(5);
        });
        review(1);
        assertThat(here("ratingMin", "4").total()).isZero();
        assertThat(here("ratingMin", "3").total()).isEqualTo(1);
    }

    @Test
    void theLastMetreOfTheCircleDecides() {
        // the salon stands at 30.27, 119.72; this point is 1112 m north of it
        var near = "30.28,119.72";
        assertThat(here("near", near, "within", "1112").total()).isEqualTo(1);
        assertThat(here("near", near, "within", "1111").total()).isZero();
        assertThat(here("near", near).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.distanceMetres()).isBetween(1_111.0, 1_112.0));
    }

    @Test
    void aSecondValueOfAFacetAddsAndItsCountsLeaveItselfOut() {
        write(with("{\"services\": [\"perm\"]}"));
        write(with("{\"services\": [\"colour\", \"wash\"]}"));
        var results = here("attr.services", "perm");
        assertThat(results.total()).isEqualTo(1);
        assertThat(results.facets().get("attr.services"))
                .extracting(count -> count.value() + " " + count.count() + (count.chosen() ? " chosen" : ""))
                .containsExactly("cut 1", "wash 2", "colour 1", "perm 1 chosen");
        assertThat(here("attr.services", "perm,colour").total()).isEqualTo(2);
        assertThat(here("attr.services.all", "colour,wash").total()).isEqualTo(1);
        assertThat(here("attr.services.all", "colour,cut").total()).isZero();
    }

    @Test
    void aPriceBandIsAFilterThatCountsTheOthers() {
        write(changed(haircut, 4_999, true));
        write(salon.haircut());
        var results = here("priceMin", "5000");
        assertThat(results.total()).isEqualTo(1);
        assertThat(results.facets().get("price"))
                .extracting(count -> count.value() + " " + count.count())
                .containsExactly("0-4999 1", "10000-19999 1");
    }
}
