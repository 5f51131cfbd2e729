package org.townloop.surface.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/** A day of a place. */
record DayView(
        Desk desk,
        LocalDate day,
        List<DayFigures.Figure> figures,
        Timeline timeline,
        List<DayRow> rows,
        boolean rounds,
        int waiting,
        @Nullable String refusal) {

    DayView refused(String sentence) {
        return new DayView(desk, day, figures, timeline, rows, rounds, waiting, sentence);
    }

    Page page() {
        return desk.page();
    }

    boolean isToday() {
        return day.equals(desk.times().today());
    }

    boolean isOver() {
        return day.isBefore(desk.times().today());
    }

    String date() {
        return desk.times().longDate(day);
    }

    /** The address of the same page some days on, or back. */
    String daysOn(int days) {
        return desk.to(Desk.Tab.DAY) + "&day=" + day.plusDays(days);
    }
}
