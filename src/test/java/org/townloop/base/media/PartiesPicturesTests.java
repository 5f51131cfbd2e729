package org.townloop.base.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;

/** A couple asks two firms with one photograph. */
@TownTest
class PartiesPicturesTests {

    @Autowired
    Pictures pictures;

    @Test
    void eachHasThePhotographThatEachHasSent() {
        var town = TestSalon.with(0, 0).region();
        var one = new PersonId(TestPeople.resident(town).id());
        var other = new PersonId(TestPeople.resident(town).id());
        var photograph = Crafted.jpeg(400, 300);
        var first = kept(one, photograph);
        var second = kept(other, photograph);
        assertThat(pictures.areForParties(one, List.of(first))).isTrue();
        assertThat(pictures.areForParties(other, List.of(second))).isTrue();
        assertThat(pictures.areForParties(other, List.of(first))).isFalse();
        assertThat(kept(one, photograph)).as("sent again").isEqualTo(first);
        assertThat(pictures.find(second, PictureSize.PAGE, Audience.PARTIES)).isPresent();
    }

    private PictureId kept(PersonId by, byte[] photograph) {
        return switch (pictures.keepForParties(by, photograph)) {
            case Outcome.Done<PictureId>(var id) -> id;
            case Outcome.Refused<PictureId>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
