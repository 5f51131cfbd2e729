package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.visit.Appointment;
import tools.jackson.databind.JsonNode;

/** Bookings as a counter's bundle shows them. */
@Component
class BookingViews {

    /**
     * Somebody who is expected.
     *
     * @param state HELD, PAID, PARTLY, REDEEMED or CALLED_OFF
     * @param answers what they chose and answered
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
            @Nullable JsonNode answers) {}

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
                line.answers().isEmpty() ? null : line.answers());
    }

    private static String with(Appointment appointment, Locale language) {
        return appointment.with().stream()
                .map(name -> name.in(language))
                .collect(Collectors.joining(language.equals(Locale.ENGLISH) ? ", " : "、"));
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
