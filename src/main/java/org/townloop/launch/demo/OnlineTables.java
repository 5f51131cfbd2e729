package org.townloop.launch.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.townloop.supply.offer.Online;

/** What is opened of offers that are had online, and who has opened it. */
final class OnlineTables {

    private static final int CODES = 24;

    private final CopyTable deliverables = new CopyTable(
            "offer.deliverable", "region_id, offer_id, number, body, file_name, file_kind, file, written_at");
    private final CopyTable codes = new CopyTable("offer.code", "region_id, offer_id, code, added_at");
    private final CopyTable openings =
            new CopyTable("ordering.opening", "region_id, order_id, line, number, opened_at");

    private final Map<UUID, String> opened;

    /** @param opened by offer, what is in it */
    OnlineTables(List<Shop> shops, Map<UUID, String> opened, List<Booking> bookings) {
        this.opened = opened;
        for (var shop : shops) {
            for (var offer : shop.offers()) {
                if (offer.arrangement() instanceof Online(var gives)) {
                    deliverable(shop, offer, gives);
                }
            }
        }
        bookings.stream()
                .filter(booking -> booking.had() instanceof Had.Opened && booking.fate() == Fate.VISITED)
                .forEach(booking -> openings.row(booking.region(), booking.ids().order(), 1, 1, booking.doneAt()));
    }

    List<CopyTable> tables() {
        return List.of(deliverables, codes, openings);
    }

    private void deliverable(Shop shop, Sold offer, Online.Gives gives) {
        var region = shop.region().number();
        var inside = opened.getOrDefault(offer.id(), "");
        switch (gives) {
            case TEXT -> deliverables.row(region, offer.id(), 1, inside, null, null, null, shop.since());
            case FILE ->
                deliverables.row(region, offer.id(), 1, null, inside + ".pdf", "PDF", page(inside), shop.since());
            case CODE -> {
                for (int i = 1; i <= CODES; i++) {
                    var code = inside + "-%04X-%04X".formatted(i * 7_919 % 65_536, i * 104_729 % 65_536);
                    codes.row(region, offer.id(), code, shop.since());
                }
            }
        }
    }

    /** A document of one page that says its title. */
    private static byte[] page(String title) {
        var text = "BT /F1 24 Tf 72 720 Td (" + title + ") Tj ET";
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                        + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>endobj\n"
                        + "4 0 obj<</Length " + text.length() + ">>stream\n" + text + "\nendstream endobj\n"
                        + "trailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
