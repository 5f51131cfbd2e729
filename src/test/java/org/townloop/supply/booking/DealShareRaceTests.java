package org.townloop.supply.booking;

import org.townloop.supply.SupplyTest;

/** One person wants more of a deal than one may have, by many hands at once. */
@SupplyTest
class DealShareRaceTests extends DealThings {

    DealShareRaceTests() {
        super(3, 100, 3);
    }
}
