package org.townloop.supply.booking;

import org.townloop.supply.SupplyTest;

/** Ten seats of a deal, and more who want one. */
@SupplyTest
class DealRaceTests extends DealThings {

    DealRaceTests() {
        super(10, 10, 100);
    }
}
