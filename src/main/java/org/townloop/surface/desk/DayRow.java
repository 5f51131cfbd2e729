package org.townloop.surface.desk;

import java.util.stream.Collectors;
import org.townloop.loop.visit.Appointment;

/** A row of the day's list: the table behind the picture. */
record DayRow(
        String anchor,
        String time,
        String machine,
        String who,
        String what,
        String with,
        String amount,
        String state,
        String tone,
        boolean calledOff) {

    static DayRow of(Desk desk, Appointment appointment) {
        var page = desk.page();
        var times = desk.times();
        var line = appointment.line();
        var start = line.startsAt();
        var state = Standing.of(appointment, times);
        var title = page.say(line.title());
        return new DayRow(
                anchor(appointment),
                start == null ? "" : times.time(start),
                start == null ? "" : times.machine(start),
                appointment.resident(),
                line.quantity() == 1 ? title : page.text("desk.times", "what", title, "quantity", line.quantity()),
                appointment.with().stream().map(page::say).collect(Collectors.joining(page.text("desk.and"))),
                page.money(line.total()),
                words(desk, state, appointment),
                state.tone(),
                state == Standing.CALLED_OFF);
    }

    static String words(Desk desk, Standing state, Appointment appointment) {
        return desk.page()
                .text(
                        "desk.state." + state.code(),
                        "time",
                        appointment.redeemedAt().map(desk.times()::time).orElse(""),
                        "redeemed",
                        appointment.redeemed(),
                        "units",
                        appointment.units());
    }

    static String anchor(Appointment appointment) {
        return "o" + appointment.order().id().value() + "-" + appointment.line().line();
    }
}
