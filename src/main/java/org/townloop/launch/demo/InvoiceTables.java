package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import tools.jackson.databind.json.JsonMapper;

/** At the house on Bell Street: an invoice that was issued, and a fapiao that somebody waits for. */
final class InvoiceTables {

    /** A made-up firm's; its last character fits the others. */
    private static final String TAX_NUMBER = "91350100M000100Y43";

    private static final int BASIS_POINTS = 600;
    private static final Duration LATER = Duration.ofHours(2);

    private final CopyTable issuers = new CopyTable(
            "invoice.issuer",
            "region_id, merchant_id, version, title, address, registration, tax_number, rate_basis_points,"
                    + " prices_include, changed_by, changed_at");
    private final CopyTable requests = new CopyTable(
            "invoice.request",
            "region_id, id, order_id, merchant_id, place_id, resident_id, kind, buyer, title, tax_number, state,"
                    + " asked_at, closed_at");
    private final CopyTable counters = new CopyTable("invoice.counter", "region_id, merchant_id, kind, year, last");
    private final CopyTable documents = new CopyTable(
            "invoice.document",
            "region_id, id, merchant_id, place_id, order_id, request_id, kind, year, number, issued_at, currency,"
                + " rate_basis_points, prices_included, paid_minor, net_minor, tax_minor, gross_minor, seller, buyer,"
                + " because");
    private final CopyTable lines = new CopyTable(
            "invoice.line", "region_id, document_id, line, kind, what, quantity, paid_minor, net_minor, tax_minor");
    private final JsonMapper json;
    private final Dice dice;

    InvoiceTables(JsonMapper json, Dice dice) {
        this.json = json;
        this.dice = dice;
    }

    List<CopyTable> tables(List<Booking> bookings) {
        var had = bookings.stream()
                .filter(booking -> TongxinHair.isIt(booking.shop())
                        && booking.fate() == Fate.VISITED
                        && booking.offer().deposit() == null)
                .sorted(Comparator.comparing(Booking::doneAt).reversed())
                .limit(2)
                .toList();
        if (had.size() == 2) {
            issued(had.getLast());
            request(had.getFirst(), "FAPIAO", null);
        }
        return List.of(issuers, requests, counters, documents, lines);
    }

    private void issued(Booking booking) {
        var shop = booking.shop();
        var at = booking.doneAt().plus(LATER);
        var year = at.atZone(Diary.ZONE).getYear();
        var paid = booking.price();
        var net = Math.round(paid.minor() * 10_000d / (10_000 + BASIS_POINTS));
        var request = request(booking, "INVOICE", at);
        var document = dice.id(shop.region(), at);
        issuers.row(
                shop.region().number(),
                shop.merchant(),
                1,
                seller(shop).get("title"),
                seller(shop).get("address"),
                "",
                TAX_NUMBER,
                BASIS_POINTS,
                true,
                shop.owner().id(),
                at.minus(LATER));
        counters.row(shop.region().number(), shop.merchant(), "INVOICE", year, 1);
        documents.row(
                shop.region().number(),
                document,
                shop.merchant(),
                shop.id(),
                booking.ids().order(),
                request,
                "INVOICE",
                year,
                1,
                at,
                paid.currency().getCurrencyCode(),
                BASIS_POINTS,
                true,
                paid.minor(),
                net,
                paid.minor() - net,
                paid.minor(),
                json.writeValueAsString(seller(shop)),
                json.writeValueAsString(
                        Map.of("kind", "PERSON", "title", booking.resident().name())),
                "");
        line(booking, document, paid, net);
    }

    private void line(Booking booking, UUID document, Money paid, long net) {
        lines.row(
                booking.shop().region().number(),
                document,
                1,
                "SALE",
                json.writeValueAsString(booking.offer().title()),
                booking.units(),
                paid.minor(),
                net,
                paid.minor() - net);
    }

    /** @param closed when it was answered; null if it waits */
    private UUID request(Booking booking, String kind, @Nullable Instant closed) {
        var shop = booking.shop();
        var at = booking.doneAt().plus(Duration.ofHours(1));
        var id = dice.id(shop.region(), at);
        requests.row(
                shop.region().number(),
                id,
                booking.ids().order(),
                shop.merchant(),
                shop.id(),
                booking.resident().id(),
                kind,
                "PERSON",
                booking.resident().name(),
                null,
                closed == null ? "ASKED" : "ISSUED",
                at,
                closed);
        return id;
    }

    private static Map<String, String> seller(Shop shop) {
        return Map.of(
                "title",
                String.valueOf(shop.name().zh()),
                "address",
                String.valueOf(shop.address().words().zh()),
                "registration",
                "",
                "taxNumber",
                TAX_NUMBER);
    }
}
