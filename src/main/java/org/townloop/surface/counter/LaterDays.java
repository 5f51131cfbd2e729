package org.townloop.surface.counter;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.merchant.Place;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Vouchers that are shown before the day they were booked for: they are good, but nobody is to use one up unawares. */
@Component
class LaterDays {

    private final Scans scans;
    private final DayBook dayBook;
    private final Regions regions;

    LaterDays(Scans scans, DayBook dayBook, Regions regions) {
        this.scans = scans;
        this.dayBook = dayBook;
        this.regions = regions;
    }

    /** Who shows it, for what, and on which later day; empty if it is for today, or could not be redeemed anyway. */
    Optional<String> said(Page page, Place place, String token) {
        var times = page.times().in(regions.get(place.region()).zone());
        var voucher = scans.read(token, place.id()).voucher();
        return Optional.ofNullable(voucher)
                .filter(this::isOpen)
                .flatMap(dayBook::of)
                .flatMap(appointment -> said(page, times, appointment));
    }

    private boolean isOpen(VoucherId id) {
        return scans.voucher(id).filter(voucher -> voucher.unitsLeft() > 0).isPresent();
    }

    private static Optional<String> said(Page page, Times times, Appointment appointment) {
        var start = appointment.line().startsAt();
        if (start == null || !times.day(start).isAfter(times.today())) {
            return Optional.empty();
        }
        var when = appointment.onDay() ? times.relative(times.day(start)) : times.moment(start);
        var who = page.text("counter.who-what", "name", appointment.resident(), "what", Today.what(page, appointment));
        return Optional.of(who + " · " + page.text("counter.early.when", "when", when));
    }
}
