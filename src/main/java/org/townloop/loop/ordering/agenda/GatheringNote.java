package org.townloop.loop.ordering.agenda;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.agenda.CalendarEvent.Standing;
import org.townloop.supply.booking.Gathering;
import org.townloop.supply.booking.SessionState;

/** What a calendar says of a session that needs people. */
final class GatheringNote {

    private GatheringNote() {}

    static Standing standing(boolean cancelled, @Nullable Gathering gathering) {
        if (cancelled) {
            return Standing.CANCELLED;
        }
        return gathering != null && gathering.state() == SessionState.UNDECIDED
                ? Standing.TENTATIVE
                : Standing.CONFIRMED;
    }

    /** The later of the moments at which it was moved and became certain; null if it never was or did. */
    static @Nullable Instant changed(@Nullable Instant moved, @Nullable Gathering gathering) {
        var decided = gathering == null || gathering.fewest() == 0 ? null : gathering.decidedAt();
        return moved == null || (decided != null && decided.isAfter(moved)) ? decided : moved;
    }

    /** @param zone of the place's clock */
    static @Nullable String of(@Nullable Gathering gathering, ZoneId zone, Locale language) {
        if (gathering == null || gathering.fewest() == 0) {
            return null;
        }
        var chinese = language.getLanguage().equals("zh");
        return switch (gathering.state()) {
            case UNDECIDED -> undecided(gathering, zone, language, chinese);
            case CONFIRMED -> chinese ? "确定举行。" : "It takes place.";
            case CALLED_OFF -> null;
        };
    }

    private static String undecided(Gathering gathering, ZoneId zone, Locale language, boolean chinese) {
        var when = DateTimeFormatter.ofPattern(chinese ? "M月d日EEE HH:mm" : "EEE d MMM, HH:mm", language)
                .format(gathering.decideAt().atZone(zone));
        return chinese
                ? "满 %d 人举行，已报名 %d 人，%s确定。".formatted(gathering.fewest(), gathering.booked(), when)
                : "Takes place from %d people on; %d %s booked; decided %s."
                        .formatted(
                                gathering.fewest(), gathering.booked(), gathering.booked() == 1 ? "has" : "have", when);
    }
}
