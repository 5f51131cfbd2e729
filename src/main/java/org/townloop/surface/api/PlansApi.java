package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.booking.Combination;
import org.townloop.supply.booking.Combinations;
import org.townloop.supply.booking.Plan;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.RequestReason;
import org.townloop.surface.page.Typed;

@RestController
@Tag(name = "Combined appointments", description = "Several services of one place in one visit.")
class PlansApi {

    /** @param nextDay the next day after that one with a plan; not there if there is none, or if this day has one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlansJson(
            LocalDate day, List<PlanJson> plans, @Nullable LocalDate nextDay) {}

    /**
     * @param dueNow what of the total is paid when booking
     * @param balance what of it is paid at the place
     * @param pieces in the order of time: the items of POST /api/orders that hold all of it
     */
    record PlanJson(
            OffsetDateTime start,
            OffsetDateTime end,
            long minutes,
            Amount total,
            Amount dueNow,
            Amount balance,
            List<PieceJson> pieces) {}

    /**
     * @param quoted what it costs
     * @param dueNow what of that is paid when booking
     */
    record PieceJson(
            UUID offerId,
            String title,
            OffsetDateTime slotStart,
            OffsetDateTime endsAt,
            Amount quoted,
            Amount dueNow,
            List<StaffJson> staff) {}

    record StaffJson(UUID id, String name) {}

    private final Combinations combinations;
    private final Offers offers;
    private final Places places;
    private final Moments moments;
    private final Clock clock;

    PlansApi(Combinations combinations, Offers offers, Places places, Moments moments, Clock clock) {
        this.combinations = combinations;
        this.offers = offers;
        this.places = places;
        this.moments = moments;
        this.clock = clock;
    }

    @Operation(
            summary = "The times at which several services of a place can be had in one visit",
            description =
                    "offer: 2 to 5 of them. inOrder: whether none may begin before the one named before it. day: a"
                            + " date there; without it the first day from today on with a plan. For each start the plan"
                            + " that is done soonest: one service after the other, with at most 15 minutes between them"
                            + " (or until the trade's next start), and at once where an offer's arrangement says"
                            + " alongside. All of a plan is held by POST /api/orders with its pieces as items (offerId,"
                            + " slotStart, quoted, dueNow; answers if the trade asks for any) and combined: true, as a"
                            + " basket: all or none, one payment.")
    @GetMapping("/api/places/{id}/plans")
    PlansJson plans(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> offer,
            @RequestParam(defaultValue = "false") boolean inOrder,
            @RequestParam(required = false) @Nullable String day,
            Locale locale) {
        var place = place(id);
        var services = services(offer);
        combinations.refusal(place, services).ifPresent(refusal -> {
            throw Refused.with(refusal);
        });
        var wanted = new Combination(services, inOrder);
        var shown = day == null ? first(place, wanted) : read(day);
        var names = places.staff(place).stream().collect(Collectors.toMap(Staff::id, Staff::name));
        var plans = combinations.plans(wanted, shown);
        return new PlansJson(
                shown,
                plans.stream().map(plan -> json(plan, names, locale)).toList(),
                plans.isEmpty() ? combinations.next(wanted, shown.plusDays(1)).orElse(null) : null);
    }

    private PlaceId place(UUID id) {
        if (!RegionId.isIn(id) || !places.get(List.of(new PlaceId(id))).containsKey(new PlaceId(id))) {
            throw new Absent("place " + id);
        }
        return new PlaceId(id);
    }

    private List<Offer> services(List<String> named) {
        if (named.size() > Combination.MOST) {
            throw Refused.with(Refusal.of(
                    BookingReason.COMBINATION_SIZE,
                    "offer",
                    Map.of("min", Combination.LEAST, "max", Combination.MOST)));
        }
        var ids = IntStream.range(0, named.size())
                .mapToObj(i -> offerId(i, named.get(i)))
                .toList();
        var known = offers.get(ids);
        return IntStream.range(0, ids.size())
                .mapToObj(i -> Optional.ofNullable(known.get(ids.get(i))).orElseThrow(() -> unknown(i)))
                .toList();
    }

    private static OfferId offerId(int number, String text) {
        try {
            var id = UUID.fromString(text);
            if (RegionId.isIn(id)) {
                return new OfferId(id);
            }
        } catch (IllegalArgumentException e) {
            // refused below, like an id of nothing
        }
        throw unknown(number);
    }

    /** @param number among those that were named, from 0 */
    private static Refused unknown(int number) {
        return Refused.with(Refusal.of(CheckoutReason.OFFER_UNKNOWN, "offer[" + number + "]"));
    }

    private static LocalDate read(String day) {
        return Typed.day(day).orElseThrow(() -> Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, "day")));
    }

    private LocalDate first(PlaceId place, Combination wanted) {
        var today = moments.in(place.region(), clock.instant()).toLocalDate();
        return combinations.next(wanted, today).orElse(today);
    }

    private PlanJson json(Plan plan, Map<StaffId, Words> names, Locale locale) {
        var region = plan.pieces().getFirst().offer().region();
        return new PlanJson(
                moments.in(region, plan.start()),
                moments.in(region, plan.end()),
                plan.lasting().toMinutes(),
                Amount.of(plan.total()),
                Amount.of(plan.dueNow()),
                Amount.of(plan.total().minus(plan.dueNow())),
                plan.pieces().stream()
                        .map(piece -> new PieceJson(
                                piece.offer().id().value(),
                                piece.offer().title().in(locale),
                                moments.in(region, piece.start()),
                                moments.in(region, piece.end()),
                                Amount.of(piece.offer().price()),
                                Amount.of(piece.dueNow()),
                                piece.staff().stream()
                                        .filter(names::containsKey)
                                        .map(one -> new StaffJson(
                                                one.value(),
                                                Objects.requireNonNull(names.get(one))
                                                        .in(locale)))
                                        .toList()))
                        .toList());
    }
}
