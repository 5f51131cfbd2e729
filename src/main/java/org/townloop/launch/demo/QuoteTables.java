package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import tools.jackson.databind.json.JsonMapper;

/** Requests for quotations as rows. */
final class QuoteTables {

    /** What the stages are, in yuan. */
    static final long FIRST = 300;

    static final long SECOND = 600;

    private static final int FEN = 100;

    private final CopyTable requests = new CopyTable(
            "quote.request",
            "region_id, id, number, resident_id, merchant_id, place_id, offer_id, offer_version, title, state, answers,"
                    + " words, wished, address, destination, asked_at, answer_by, reason, closed_at");
    private final CopyTable times =
            new CopyTable("quote.survey_time", "region_id, request_id, number, staff_id, starts_at, minutes");
    private final CopyTable quotations = new CopyTable(
            "quote.quotation",
            "region_id, id, request_id, version, state, lines, total_minor, currency, note, valid_until, starts_at,"
                    + " minutes, days, people, written_by, written_at, accepted_at");
    private final CopyTable stages = new CopyTable(
            "quote.stage",
            "region_id, quotation_id, stage, name, amount_minor, due, days_before, due_at, told_at, order_id");
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final JsonMapper json;
    private final Dice dice;
    private final Instant now;

    QuoteTables(JsonMapper json, Dice dice, Instant now) {
        this.json = json;
        this.dice = dice;
        this.now = now;
    }

    List<CopyTable> tables() {
        return List.of(requests, times, quotations, stages);
    }

    /** @param daysAgo when it was asked */
    UUID request(
            Shop shop,
            Sold offer,
            Resident resident,
            String state,
            int daysAgo,
            String words,
            @Nullable String reason) {
        var at = now.minus(Duration.ofDays(daysAgo));
        var id = dice.id(shop.region(), at);
        var closed = reason != null || state.equals("EXPIRED") || state.equals("DONE");
        requests.row(
                shop.region().number(),
                id,
                numbers.merge(shop.id(), 1, Integer::sum),
                resident.id(),
                shop.merchant(),
                shop.id(),
                offer.id(),
                offer.version(),
                json.writeValueAsString(offer.title()),
                state,
                "{\"home\": \"twoRooms\", \"floorFrom\": \"3\", \"floorTo\": \"2\", \"liftTo\": \"yes\"}",
                words,
                "in the next weeks",
                "Kingfisher Lane 7",
                "Bell Street 20",
                at,
                at.plus(Duration.ofDays(3)),
                reason,
                closed ? now.minus(Duration.ofDays(daysAgo / 2)) : null);
        return id;
    }

    void survey(UUID request, Shop shop) {
        for (int day = 2; day <= 3; day++) {
            times.row(
                    shop.region().number(),
                    request,
                    day - 1,
                    shop.staff().getFirst().id(),
                    at(day, 17),
                    45);
        }
    }

    /** A lorry and packing, a third of it with the acceptance. */
    void offered(UUID request, Shop shop, String state) {
        var open = state.equals("OPEN");
        var id = quotation(
                request,
                shop,
                state,
                open ? at(9, 0) : now.minus(Duration.ofDays(20)),
                open ? at(12, 9) : now.minus(Duration.ofDays(15)),
                now.minus(Duration.ofHours(open ? 5 : 900)),
                null);
        stage(id, 1, null, null);
        stage(id, 2, null, null);
    }

    /** The same, with the orders of its stages: one that has none is due since the one before it was done. */
    void accepted(UUID request, List<Booking> had) {
        var first = had.getFirst();
        var id = quotation(
                request,
                first.shop(),
                "ACCEPTED",
                first.start().minus(Duration.ofDays(1)),
                first.start(),
                first.createdAt().minus(Duration.ofHours(20)),
                first.paidAt());
        stage(id, 1, null, first);
        stage(id, 2, first.doneAt(), had.size() > 1 ? had.get(1) : null);
    }

    private UUID quotation(
            UUID request,
            Shop shop,
            String state,
            Instant until,
            Instant start,
            Instant written,
            @Nullable Instant accepted) {
        var id = dice.id(shop.region(), written);
        quotations.row(
                shop.region().number(),
                id,
                request,
                1,
                state,
                "[{\"text\": \"车辆与两位师傅 · lorry and two people\", \"minor\": 68000}, {\"text\": \"打包 · packing\","
                        + " \"minor\": 22000}]",
                (FIRST + SECOND) * FEN,
                "CNY",
                "",
                until,
                start,
                300,
                1,
                shop.staff().stream()
                        .limit(2)
                        .map(worker -> worker.id().toString())
                        .collect(Collectors.joining(",", "{", "}")),
                shop.owner().id(),
                written,
                accepted);
        return id;
    }

    private void stage(UUID quotation, int number, @Nullable Instant dueAt, @Nullable Booking had) {
        var first = number == 1;
        stages.row(
                RegionId.of(quotation).number(),
                quotation,
                number,
                first ? "装车 · loaded" : "就位 · all in place",
                (first ? FIRST : SECOND) * FEN,
                first ? "AT_ACCEPTANCE" : "WHEN_DONE",
                0,
                dueAt,
                dueAt,
                had == null ? null : had.ids().order());
    }

    private Instant at(int daysAhead, int hour) {
        return Diary.day(now)
                .plusDays(daysAhead)
                .atTime(hour, 0)
                .atZone(Diary.ZONE)
                .toInstant();
    }
}
