package org.townloop.surface.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.supply.booking.Combination;
import org.townloop.supply.booking.Plan;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Typed;

/** A plan as it stands in a button: each service, when it begins, and what it was shown to cost, altogether and when booking. */
final class PickedPlan {

    private static final int PARTS = 4;

    private PickedPlan() {}

    static String written(Plan plan) {
        return plan.pieces().stream()
                .map(piece -> piece.offer().id().value() + "~" + piece.start() + "~"
                        + piece.offer().price().minor() + "~" + piece.dueNow().minor())
                .collect(Collectors.joining(","));
    }

    /** What is to be held for it; nothing of what nobody wrote here. */
    static List<HoldOrder> read(String written, Map<String, String> answers) {
        return Arrays.stream(written.split(","))
                .limit(Combination.MOST)
                .flatMap(piece -> piece(piece.split("~"), answers))
                .toList();
    }

    private static Stream<HoldOrder> piece(String[] parts, Map<String, String> answers) {
        if (parts.length != PARTS || !parts[0].matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Stream.empty();
        }
        var offer = new OfferId(UUID.fromString(parts[0]));
        var price = minor(parts[2]);
        var now = minor(parts[3]);
        return Typed.moment(parts[1])
                .filter(start -> price != null && now != null)
                .map(start -> new HoldOrder(offer, start, null, 1, null, answers, price, now))
                .stream();
    }

    private static @Nullable Long minor(String text) {
        return text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }
}
