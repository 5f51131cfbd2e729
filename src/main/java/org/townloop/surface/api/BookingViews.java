package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.visit.Appointment;
import org.townloop.supply.offer.SetMenu;
import org.townloop.surface.page.Texts;
import tools.jackson.databind.JsonNode;

/** Bookings as a counter's bundle shows them. */
@Component
class BookingViews {

    /**
     * Somebody who is expected.
     *
     * @param state HELD, PAID, PARTLY, REDEEMED or CALLED_OFF
     * @param onDay whether they are expected on the day on which it starts, and at no time of it
     * @param choices the dishes that were chosen of a set menu; null if it is none
     * @param answers what they chose and answered, by key
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BookingJson(
            @Nullable Instant start,
            @Nullable Instant end,
            String who,
            Words what,
            Words with,
            List<UUID> voucherIds,
            String state,
            @Nullable Instant redeemedAt,
            boolean onDay,
            @Nullable Words choices,
            @Nullable JsonNode answers) {}

    private final Texts texts;

    BookingViews(Texts texts) {
        this.texts = texts;
    }

    BookingJson booking(Appointment appointment) {
        var line = appointment.line();
        return new BookingJson(
                line.startsAt(),
                line.endsAt(),
                appointment.resident(),
                line.title(),
                Words.of(with(appointment, Locale.ENGLISH), with(appointment, Locale.SIMPLIFIED_CHINESE)),
                appointment.vouchers().stream()
                        .map(voucher -> voucher.id().value())
                        .toList(),
                state(appointment),
                appointment.redeemedAt().orElse(null),
                appointment.onDay(),
                appointment.dishes().isEmpty() ? null : choices(appointment.dishes()),
                line.answers().isEmpty() ? null : line.answers());
    }

    /** Those whom the title does not name already: "Cut with Mei" is with Mei. */
    private static String with(Appointment appointment, Locale language) {
        var title = appointment.line().title().in(language);
        return appointment.with().stream()
                .map(name -> name.in(language))
                .filter(name -> !title.contains(name))
                .distinct()
                .collect(Collectors.joining(language.equals(Locale.ENGLISH) ? ", " : "、"));
    }

    /** What was chosen of a set menu, as the counter's page has it: "Main course: 3 × fish; Main course: 1 × beef". */
    Words choices(List<SetMenu.Chosen> chosen) {
        return Words.of(choices(chosen, Texts.ENGLISH), choices(chosen, Texts.CHINESE));
    }

    private String choices(List<SetMenu.Chosen> chosen, Locale language) {
        var wording = texts.in(language);
        return chosen.stream()
                .map(dish -> wording.get(
                        "page.dish",
                        Map.of(
                                "course", dish.course().name().in(language),
                                "count", dish.count(),
                                "dish", dish.dish().name().in(language))))
                .collect(Collectors.joining(wording.get("counter.comma")));
    }

    private static String state(Appointment appointment) {
        if (appointment.order().state() == OrderState.HELD) {
            return "HELD";
        }
        if (appointment.isDone()) {
            return "REDEEMED";
        }
        return switch (appointment.order().state()) {
            case CANCELLED, REFUNDED, EXPIRED -> "CALLED_OFF";
            default -> appointment.redeemed() > 0 ? "PARTLY" : "PAID";
        };
    }
}
