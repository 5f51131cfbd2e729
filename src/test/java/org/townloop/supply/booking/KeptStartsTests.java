package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

class KeptStartsTests {

    private final KeptStarts kept = new KeptStarts();
    private final OfferId haircut = new OfferId(UUID.randomUUID());
    private final PlaceId salon = new PlaceId(UUID.randomUUID());

    @Test
    void everyOfferHasANumberOfItsOwnHoweverManyThereAre() {
        var first = kept.number(haircut);
        kept.keep(first, Starts.NONE, kept.moment());
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < 5_000; i++) {
            var id = new OfferId(UUID.randomUUID());
            var number = kept.number(id);
            assertThat(kept.id(number)).isEqualTo(id);
            numbers.add(number);
        }
        assertThat(numbers).hasSize(5_000).doesNotContain(first);
        assertThat(kept.number(haircut)).isEqualTo(first);
        assertThat(kept.all()[first]).isSameAs(Starts.NONE);
    }

    @Test
    void whatHappensAtItsPlaceConcernsIt() {
        var number = keep();
        kept.forget(new PlaceId(UUID.randomUUID()));
        assertThat(kept.all()[number]).isNotNull();
        kept.forget(salon);
        assertThat(kept.all()[number]).isNull();
    }

    @Test
    void whatWasBeingReadWhenItChangedIsNotKept() {
        for (Runnable change : new Runnable[] {
            () -> kept.forget(salon), () -> kept.forget(haircut), kept::forgetAll,
        }) {
            var number = keep();
            var began = kept.moment();
            change.run();
            kept.keep(number, Starts.NONE, began);
            assertThat(kept.all()[number]).isNull();
        }
    }

    private int keep() {
        var number = kept.number(haircut);
        kept.isAt(salon, number);
        kept.keep(number, Starts.NONE, kept.moment());
        return number;
    }
}
