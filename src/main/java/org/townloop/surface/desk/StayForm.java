package org.townloop.surface.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stay.NightPrice;
import org.townloop.supply.pack.BookingMode;
import org.townloop.surface.page.Typed;

/**
 * The fields of nights in the form of an offer.
 *
 * @param decimals of the region's currency
 */
record StayForm(int decimals, Map<String, List<String>> typed) {

    private static final String ROOMS = "rooms";
    private static final String ARRIVAL_DAYS = "arrivalDays";

    /** What stands in a new form, as the trade usually has it; nothing if it is no stay. */
    static Map<String, List<String>> usual(BookingMode booking) {
        if (!(booking instanceof BookingMode.Stay mode)) {
            return Map.of();
        }
        return Map.of(
                "sleeps", List.of("2"),
                "fewestNights", List.of("1"),
                "mostNights", List.of(Integer.toString(mode.mostNights())),
                "checkIn", List.of(mode.checkIn().toString()),
                "checkOut", List.of(mode.checkOut().toString()));
    }

    static Map<String, List<String>> of(Stay stay, Money price) {
        return Map.of(
                ROOMS,
                List.of(stay.rooms().value().toString()),
                "sleeps",
                List.of(Integer.toString(stay.sleeps())),
                "fewestNights",
                List.of(Integer.toString(stay.fewestNights())),
                "mostNights",
                List.of(Integer.toString(stay.mostNights())),
                "checkIn",
                List.of(stay.checkIn().toString()),
                "checkOut",
                List.of(stay.checkOut().toString()),
                ARRIVAL_DAYS,
                stay.arrivalDays().stream()
                        .sorted()
                        .map(day -> Integer.toString(day.getValue()))
                        .toList(),
                "seasons",
                List.of(SeasonLines.written(stay.prices(), price)));
    }

    Outcome<Arrangement> read() {
        var rooms = Typed.id(plain(ROOMS));
        if (rooms.isEmpty()) {
            return Outcome.refused(Refusal.of(DeskReason.ROOMS_NOT_CHOSEN, ROOMS));
        }
        var checkIn = time("checkIn");
        var checkOut = time("checkOut");
        if (checkIn == null || checkOut == null) {
            return Outcome.refused(Refusal.of(DeskReason.HOUR_OF_STAY_UNREADABLE, "checkIn"));
        }
        return SeasonLines.read(plain("seasons"), decimals)
                .map(prices -> stay(new ResourceId(rooms.get()), checkIn, checkOut, prices));
    }

    private Arrangement stay(ResourceId rooms, LocalTime checkIn, LocalTime checkOut, List<NightPrice> prices) {
        return new Stay(
                rooms,
                Saved.number(typed, "sleeps", Saved.UNREADABLE),
                Saved.number(typed, "fewestNights", 1),
                Saved.number(typed, "mostNights", Saved.UNREADABLE),
                checkIn,
                checkOut,
                arrivalDays(),
                prices);
    }

    private Set<DayOfWeek> arrivalDays() {
        return typed.getOrDefault(ARRIVAL_DAYS, List.of()).stream()
                .filter(day -> day.matches("[1-7]"))
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toSet());
    }

    private @Nullable LocalTime time(String name) {
        try {
            return LocalTime.parse(plain(name));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String plain(String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }
}
