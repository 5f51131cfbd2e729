package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests for written offers as rows. */
final class QuoteTables {

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
                    + " minutes, days, people, written_by, written_at");
    private final CopyTable stages =
            new CopyTable("quote.stage", "region_id, quotation_id, stage, name, amount_minor, due, days_before");
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
        var closed = reason != null || state.equals("EXPIRED");
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
        var id = dice.id(shop.region(), now);
        var people = shop.staff().stream()
                .limit(2)
                .map(worker -> worker.id().toString())
                .collect(Collectors.joining(",", "{", "}"));
        quotations.row(
                shop.region().number(),
                id,
                request,
                1,
                state,
                "[{\"text\": \"车辆与两位师傅 · lorry and two people\", \"minor\": 68000}, {\"text\": \"打包 · packing\","
                        + " \"minor\": 22000}]",
                900L * FEN,
                "CNY",
                "",
                open ? at(9, 0) : now.minus(Duration.ofDays(20)),
                open ? at(12, 9) : now.minus(Duration.ofDays(15)),
                300,
                1,
                people,
                shop.owner().id(),
                now.minus(Duration.ofHours(open ? 5 : 900)));
        stages.row(shop.region().number(), id, 1, "装车 · loaded", 300L * FEN, "AT_ACCEPTANCE", 0);
        stages.row(shop.region().number(), id, 2, "就位 · all in place", 600L * FEN, "WHEN_DONE", 0);
    }

    private Instant at(int daysAhead, int hour) {
        return Diary.day(now)
                .plusDays(daysAhead)
                .atTime(hour, 0)
                .atZone(Diary.ZONE)
                .toInstant();
    }
}
