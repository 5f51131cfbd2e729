package org.townloop.loop.voucher;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.PlaceId;

/**
 * Who scans, and where: a person at a page, or a device. Nonces are a scanner's own.
 *
 * @param id of the device, or else of the person
 */
public record Scanner(PlaceId place, UUID id, @Nullable DeviceId device) {

    public static Scanner of(PlaceId place, PersonId person) {
        return new Scanner(place, person.value(), null);
    }

    public static Scanner of(Device device) {
        return new Scanner(device.place(), device.id().value(), device.id());
    }

    public ScanName name(String nonce) {
        return new ScanName(place.region().number(), id, nonce);
    }
}
