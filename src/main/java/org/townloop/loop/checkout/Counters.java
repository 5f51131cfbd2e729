package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.TokenScope;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.base.kernel.Written;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.DeviceKey;
import org.townloop.loop.voucher.Devices;
import org.townloop.loop.voucher.Marks;
import org.townloop.loop.voucher.ReachedDevice;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/** The devices of a place's counter: they are enrolled, kept informed, and revoked when they are lost. */
@Component
public class Counters {

    private static final int MOST_DEVICES = 50;
    private static final int LONGEST_NAME = 60;
    private static final int SHOWN = 200;

    /** A device and the token that opens the API to it, which is not shown again. */
    public record Enrolled(Device device, String token) {

        /** Without the token, which opens the counter. */
        @Override
        public String toString() {
            return "Enrolled[" + device.id() + "]";
        }
    }

    private final Workplaces workplaces;
    private final Devices devices;
    private final Marks marks;
    private final Tokens tokens;
    private final WaitingCancellations waitingCancellations;
    private final AuditTrail audit;
    private final Turns turns;
    private final Atomically atomically;
    private final Clock clock;

    Counters(
            Workplaces workplaces,
            Devices devices,
            Marks marks,
            Tokens tokens,
            WaitingCancellations waitingCancellations,
            AuditTrail audit,
            Turns turns,
            Atomically atomically,
            Clock clock) {
        this.workplaces = workplaces;
        this.devices = devices;
        this.marks = marks;
        this.tokens = tokens;
        this.waitingCancellations = waitingCancellations;
        this.audit = audit;
        this.turns = turns;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Makes a device a counter of the place.
     *
     * @param name by which the merchant knows it, 1 to 60 characters
     * @param key null if what was sent is no point of P-256
     * @throws Absent if the actor does not redeem there
     */
    public Outcome<Enrolled> enrol(Actor by, PlaceId at, String name, @Nullable DeviceKey key) {
        var place = workplaces.get(by, Right.REDEEM, at);
        var called = name.strip();
        if (!Written.isName(called, LONGEST_NAME)) {
            return Outcome.refused(Refusal.of(CheckoutReason.DEVICE_NAME_INVALID, "name", Map.of("max", LONGEST_NAME)));
        }
        return key == null
                ? Outcome.refused(Refusal.of(CheckoutReason.DEVICE_KEY_INVALID, "publicKey"))
                : atomically.run(() -> enrol(by, place, called, key));
    }

    /** The place's devices, the newest first, those that were revoked last. */
    public List<Device> of(Actor actor, PlaceId at) {
        workplaces.get(actor, Right.REDEEM, at);
        return devices.of(at, SHOWN);
    }

    /**
     * Lost or stolen: nothing that the device sends counts any more, its own batches go into quarantine, and refunds do
     * not wait for it.
     *
     * @throws Absent if the actor does not run that place
     */
    public Outcome<DeviceId> revoke(Actor by, DeviceId id) {
        var device = device(id);
        workplaces.get(by, Right.SEE_DESK, device.place());
        var revoked = atomically.run(() -> {
            if (devices.revoke(id, by.person(), clock.instant())) {
                tokens.revoke(by, device.token());
            }
            return Outcome.done(id);
        });
        waitingCancellations.completeAt(device.place());
        return revoked;
    }

    /**
     * The scans that did not arrive were looked into: they are lost, and are shown no more. One that comes later counts
     * all the same.
     *
     * @param missing how many whoever says so has seen; if it is another number by now, nothing changes
     * @throws Absent if the actor does not run that place
     */
    public void dismissGap(Actor by, DeviceId id, long missing) {
        var device = device(id);
        workplaces.get(by, Right.SEE_DESK, device.place());
        atomically.run(() -> {
            if (devices.dismiss(id, missing)) {
                audit.note(by.person(), "gap-dismissed", missing + " scans of device " + id.value());
            }
            return Outcome.done(id);
        });
    }

    /**
     * The device keeps the bundle and has sent what it had: refunds do not wait for it any more.
     *
     * @param sequence the last number that it used, 0 for none
     */
    public Outcome<DeviceId> acknowledge(Actor counter, PlaceId at, DeviceId id, UUID bundle, long sequence) {
        var device = working(counter, at, id);
        if (device.isRevoked()) {
            return Outcome.refused(CheckoutReason.DEVICE_REVOKED);
        }
        var kept = atomically.run(() -> {
            devices.reached(List.of(new ReachedDevice(id, List.of(), Math.max(0, sequence), null)), clock.instant());
            return devices.keeps(id, bundle)
                    ? Outcome.done(id)
                    : Outcome.<DeviceId>refused(Refusal.of(CheckoutReason.BUNDLE_UNKNOWN, "bundle"));
        });
        waitingCancellations.completeAt(at);
        return kept;
    }

    /** A device that belongs to this place, at which the actor redeems. */
    Device working(Actor counter, PlaceId at, DeviceId id) {
        workplaces.get(counter, Right.REDEEM, at);
        var device = device(id);
        if (!device.place().equals(at)) {
            throw new Absent("device " + id.value());
        }
        return device;
    }

    /** @throws Absent if there is no such device */
    Device device(DeviceId id) {
        return (RegionId.isIn(id.value()) ? devices.find(id) : Optional.<Device>empty())
                .orElseThrow(() -> new Absent("device " + id.value()));
    }

    /** What is to be added to the device's time to get ours. */
    static @Nullable Duration skew(@Nullable Instant deviceTime, Instant now) {
        return deviceTime == null ? null : Duration.between(deviceTime, now);
    }

    private Outcome<Enrolled> enrol(Actor by, Place place, String name, DeviceKey key) {
        turns.take("devices", place.id().value());
        if (devices.count(place.id()) >= MOST_DEVICES) {
            return Outcome.refused(Refusal.of(CheckoutReason.DEVICES_TOO_MANY, "name", Map.of("max", MOST_DEVICES)));
        }
        var merchant = Objects.requireNonNull(place.merchant(), "nobody works at a listing");
        var token = tokens.issue(
                by,
                name,
                TokenScope.counter(place.region(), merchant.value(), place.id().value()));
        var now = clock.instant();
        var device = new Device(
                new DeviceId(Ids.next(place.region(), now)),
                place.id(),
                name,
                key,
                token.id(),
                now,
                null,
                null,
                0,
                0,
                0,
                0,
                false,
                null);
        devices.enrol(device, by.person(), marks.next(place.id()));
        return Outcome.done(new Enrolled(device, token.secret()));
    }
}
