package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.Devices;
import org.townloop.loop.voucher.ReachedDevice;

/** The devices that the scans of a batch come from, each once, however many of its requests are in it. */
@Component
class ScannedDevices {

    private final Devices devices;

    ScannedDevices(Devices devices) {
        this.devices = devices;
    }

    /**
     * Locks them until what they sent is written: after the orders, so that whoever locks both does so in the same order.
     *
     * @return false if one was revoked since its request was read. What was in quarantine came of one that was revoked before.
     */
    boolean lock(List<ScanBatches.Read> requests) {
        var trusted = requests.stream()
                .map(read -> read.from().device())
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Device::id, device -> !device.isRevoked(), Boolean::logicalOr));
        return trusted.isEmpty()
                || devices.lock(trusted.keySet()).stream()
                        .noneMatch(device -> device.isRevoked() && trusted.getOrDefault(device.id(), false));
    }

    /** Notes that they reached us: of two requests of a device, the later one that said what time it is says that. */
    void reached(List<ScanBatches.Read> requests, Verdicts verdicts, Instant now) {
        var reached = new LinkedHashMap<DeviceId, ReachedDevice>();
        for (var read : requests) {
            var device = read.from().device();
            if (device != null) {
                var before = reached.get(device.id());
                var skew = read.from().skew();
                reached.put(
                        device.id(),
                        new ReachedDevice(
                                device.id(),
                                verdicts.numbers(read.from().scanner()),
                                0,
                                skew == null && before != null ? before.skew() : skew));
            }
        }
        if (!reached.isEmpty()) {
            devices.reached(List.copyOf(reached.values()), now);
        }
    }
}
