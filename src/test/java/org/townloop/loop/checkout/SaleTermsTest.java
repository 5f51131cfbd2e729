package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.base.region.Shares;
import org.townloop.supply.pack.PackRates;

/** A trade may have lower shares than its region says, and no higher ones. */
class SaleTermsTest {

    private static final UUID PARTNER = new UUID(1, 1);
    private static final Shares REGION = new Shares(500, 200, PARTNER, 100, null);

    @Test
    void aTradeThatSaysNothingHasTheSharesOfItsRegion() {
        assertThat(SaleTerms.within(REGION, PackRates.OF_THE_REGION)).isEqualTo(REGION);
    }

    @Test
    void lowerSharesCountAndHigherOnesDoNot() {
        assertThat(SaleTerms.within(REGION, new PackRates(300, 900, 0)))
                .isEqualTo(new Shares(300, 200, PARTNER, 0, null));
    }
}
