package org.townloop.loop.checkout;

import org.springframework.stereotype.Component;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.SignedScan;

/** Checks what can be checked of a scan without asking for the voucher: both signatures, and the place. */
@Component
class ScanReader {

    private final Scans scans;

    ScanReader(Scans scans) {
        this.scans = scans;
    }

    ReadScan read(ScanBatches.From from, Scan scan) {
        var reading = scans.read(scan.token(), from.scanner().place());
        var hash = SignedScan.hashOf(scan.token());
        var offline = scan.offline();
        var device = from.device();
        if (offline == null || device == null) {
            return new ReadScan(scan, offline == null, reading.refused(), reading.voucher(), null, hash);
        }
        return new ReadScan(
                scan,
                isSigned(device, scan, offline),
                reading.refused(),
                reading.voucher(),
                ScanCheck.moment(offline.scannedAt()).orElseThrow(),
                hash);
    }

    static boolean isSigned(Device device, Scan scan, Scan.Offline offline) {
        var said = new SignedScan(
                device.id(),
                offline.sequence(),
                scan.nonce(),
                offline.scannedAt(),
                scan.units(),
                scan.staff(),
                scan.token());
        return said.isSignedBy(device.key(), offline.signature());
    }
}
