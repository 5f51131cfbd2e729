package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TownTest;
import org.townloop.supply.pack.Packs;

/** That one word of two trades is one facet only if both mean the same by it. */
@TownTest
class FacetKindTests {

    @Autowired
    private Packs packs;

    @Test
    void wordsThatTwoTradesUseDifferentlyAreFacetsOfTheirOwn() {
        var kinds = FacetKind.of(packs.installed());
        // meals are a choice of restaurants, and a yes or no in an advertisement for work
        assertThat(kinds.stream().map(FacetKind::facet))
                .contains("attr.restaurants.meals", "attr.small-ads.meals", "attr.cuisine", "attr.services")
                .doesNotContain("attr.meals", "attr.restaurants.cuisine")
                .doesNotHaveDuplicates();
        for (var kind : kinds) {
            for (var pack : packs.installed()) {
                if (kind.packs().contains(pack.id().value())) {
                    var meant = pack.attribute(kind.name().key()).orElseThrow();
                    assertThat(List.of(meant.label(), meant.type(), meant.choices(), meant.facet()))
                            .as("%s of %s", kind.facet(), pack.id())
                            .isEqualTo(List.of(
                                    kind.attribute().label(),
                                    kind.attribute().type(),
                                    kind.attribute().choices(),
                                    true));
                }
            }
        }
    }

    @Test
    void everyAttributeThatAPackMarksIsInOneFacet() {
        var kinds = FacetKind.of(packs.installed());
        for (var pack : packs.installed()) {
            for (var attribute : pack.attributes()) {
                assertThat(kinds.stream()
                                .filter(kind -> kind.name().key().equals(attribute.key())
                                        && kind.packs().contains(pack.id().value())))
                        .as("%s of %s", attribute.key(), pack.id())
                        .hasSize(attribute.facet() ? 1 : 0);
            }
        }
    }
}
