package org.townloop.surface.desk;

import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.visit.Appointment;
import org.townloop.surface.page.Times;

/** How an appointment stands, as the desk shows it: by a word, a tone and a shape. */
enum Standing {
    HELD("held", "wait"),
    EXPECTED("expected", ""),
    DUE("due", "wait"),
    MISSED("missed", "bad"),
    PARTLY("partly", ""),
    DONE("done", "good"),
    CALLED_OFF("called-off", "");

    private final String code;
    private final String tone;

    Standing(String code, String tone) {
        this.code = code;
        this.tone = tone;
    }

    String code() {
        return code;
    }

    String tone() {
        return tone;
    }

    static Standing of(Appointment appointment, Times times) {
        if (appointment.order().state() == OrderState.HELD) {
            return HELD;
        }
        if (appointment.isDone()) {
            return DONE;
        }
        if (appointment.isCalledOff()) {
            return CALLED_OFF;
        }
        return appointment.redeemed() > 0 ? PARTLY : notYet(appointment, times);
    }

    private static Standing notYet(Appointment appointment, Times times) {
        var start = appointment.begins();
        var end = appointment.line().endsAt();
        if (appointment.onDay() && end != null) {
            return end.isAfter(times.now()) ? EXPECTED : MISSED;
        }
        if (start == null || start.isAfter(times.now())) {
            return EXPECTED;
        }
        return times.day(start).isBefore(times.today()) ? MISSED : DUE;
    }
}
