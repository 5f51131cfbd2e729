package org.townloop.supply.pack;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/**
 * Reads the modes of a pack's content. Versions that were installed before a pack could have several say of the pack
 * what is now said of a mode; they are read as one mode of that kind.
 */
final class ModeContent {

    private static final int USUAL_GRID_MINUTES = 15;

    private ModeContent() {}

    /** @throws IllegalArgumentException if policies contradict themselves, or two modes have the same key */
    static List<Mode> modes(JsonNode content) {
        if (!content.has("modes")) {
            return List.of(before(content));
        }
        var modes = content.get("modes").valueStream().map(ModeContent::mode).toList();
        if (modes.stream().map(Mode::key).distinct().count() < modes.size()) {
            throw new IllegalArgumentException("two modes have the same key");
        }
        return modes;
    }

    private static Mode mode(JsonNode node) {
        var booking = booking(node.get("kind").asString(), node);
        return mode(node.get("key").asString(), PackContent.words(node.get("label")), booking, node);
    }

    private static Mode before(JsonNode content) {
        var kind = content.path("mode").asString("appointment");
        var label = kind.equals("walk-in") ? Words.of("On a day", "当日到店") : Words.of("By appointment", "预约到店");
        return mode(kind, label, booking(kind, content), content);
    }

    private static Mode mode(String key, Words label, BookingMode booking, JsonNode node) {
        var cancellation = cancellation(booking, node);
        var noShow = noShow(booking, node.get("noShow"));
        if (noShow != null && noShow.keptPercent() < cancellation.keptAfterStart()) {
            throw new IllegalArgumentException("who does not come keeps no more than who cancels late");
        }
        return new Mode(
                key,
                label,
                booking,
                cancellation,
                noShow,
                node.path("voucherValidDays").asInt(1),
                deposit(node.get("deposit")));
    }

    private static @Nullable DepositRange deposit(@Nullable JsonNode said) {
        return said == null
                ? null
                : new DepositRange(
                        said.get("least").asInt(),
                        said.get("usual").asInt(),
                        said.get("most").asInt());
    }

    private static BookingMode booking(String kind, JsonNode node) {
        return switch (kind) {
            case "appointment" -> new BookingMode.Appointment(grid(node));
            case "walk-in" -> new BookingMode.WalkIn(node.path("mostWindowDays").asInt(1));
            case "class" -> new BookingMode.Session();
            case "table" -> new BookingMode.Table(grid(node));
            case "stay" ->
                new BookingMode.Stay(
                        LocalTime.parse(node.get("checkIn").asString()),
                        LocalTime.parse(node.get("checkOut").asString()),
                        node.get("mostNights").asInt(),
                        node.path("overbookingPercent").asInt(0));
            case "home-visit" ->
                new BookingMode.HomeVisit(
                        grid(node), Duration.ofMinutes(node.get("windowMinutes").asInt()));
            case "ride" ->
                new BookingMode.Ride(
                        grid(node),
                        Duration.ofMinutes(node.get("windowMinutes").asInt()),
                        Duration.ofMinutes(node.get("noticeMinutes").asInt()));
            case "delivery" -> new BookingMode.Delivery();
            case "ad" -> new BookingMode.Ad(node.get("mostDays").asInt());
            case "quote" -> new BookingMode.ByQuote(node.get("mostAnswerDays").asInt());
            case "online" -> new BookingMode.Online(node.get("withdrawalDays").asInt());
            default -> throw new IllegalArgumentException("there is no booking mode " + kind);
        };
    }

    private static Duration grid(JsonNode node) {
        return Duration.ofMinutes(node.path("startEveryMinutes").asInt(USUAL_GRID_MINUTES));
    }

    private static CancellationPolicy cancellation(BookingMode booking, JsonNode node) {
        if (booking instanceof BookingMode.Online(var days)) {
            return CancellationPolicy.untilOpened(Duration.ofDays(days));
        }
        var steps = node.path("cancellation") // of an ad nothing is said: nothing is paid
                .valueStream()
                .map(step -> new CancellationPolicy.Step(
                        Duration.ofMinutes(step.get("minutesBeforeStart").asInt()),
                        step.get("keptPercent").asInt()))
                .toList();
        return new CancellationPolicy(steps, node.path("keptPercentAfterStart").asInt(100), of(booking, node))
                .freeFor(
                        node.has("freeMinutesAfterPayment")
                                ? Duration.ofMinutes(
                                        node.get("freeMinutesAfterPayment").asInt())
                                : null);
    }

    private static CancellationPolicy.Start of(BookingMode booking, JsonNode node) {
        if (node.path("freeUntilPacked").asBoolean(false)) {
            return CancellationPolicy.Start.PACKED;
        }
        return booking.isWalkIn() ? CancellationPolicy.Start.DAY : CancellationPolicy.Start.TIME;
    }

    private static @Nullable NoShowPolicy noShow(BookingMode booking, @Nullable JsonNode said) {
        return said == null
                ? null
                : new NoShowPolicy(
                        booking.isWalkIn()
                                ? null
                                : Duration.ofMinutes(said.path("graceMinutes").asInt(0)),
                        said.get("keptPercent").asInt(),
                        Duration.ofMinutes(said.get("settledAfterMinutes").asInt()),
                        comesWithin(booking));
    }

    /**
     * For how long from the booked time on the place may come to the resident; null where the resident comes. How long the
     * windows are in which goods are brought is said by each place, and agreed with each order.
     */
    private static @Nullable Duration comesWithin(BookingMode booking) {
        return switch (booking) {
            case BookingMode.HomeVisit(var _, var window) -> window;
            case BookingMode.Ride(var _, var window, var _) -> window;
            case BookingMode.Delivery _ -> Duration.ZERO;
            case BookingMode.Appointment _,
                    BookingMode.WalkIn _,
                    BookingMode.Session _,
                    BookingMode.Table _,
                    BookingMode.Stay _,
                    BookingMode.Ad _,
                    BookingMode.ByQuote _,
                    BookingMode.Online _ -> null;
        };
    }
}
