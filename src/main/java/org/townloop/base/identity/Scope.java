package org.townloop.base.identity;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** What a right is asked for. */
public sealed interface Scope {

    record OfPerson(PersonId person) implements Scope {}

    record OfRegion(RegionId region) implements Scope {}

    record OfMerchant(RegionId region, UUID merchant) implements Scope {}

    record OfPlace(RegionId region, UUID merchant, UUID place) implements Scope {}

    static Scope person(PersonId person) {
        return new OfPerson(person);
    }

    static Scope region(RegionId region) {
        return new OfRegion(region);
    }

    static Scope merchant(RegionId region, UUID merchant) {
        return new OfMerchant(region, merchant);
    }

    static Scope place(RegionId region, UUID merchant, UUID place) {
        return new OfPlace(region, merchant, place);
    }
}
