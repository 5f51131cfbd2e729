package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.Standing;

/**
 * The way to the first sale.
 *
 * @param offer the page of an offer that is sold, or null
 */
record StartView(
        Desk desk,
        List<Progress.Done> steps,
        Standing standing,
        @Nullable String offer) {

    long done() {
        return steps.stream().filter(Progress.Done::done).count();
    }

    boolean isNext(Progress.Done step) {
        return steps.stream()
                .filter(each -> !each.done())
                .findFirst()
                .filter(step::equals)
                .isPresent();
    }

    String screen(Progress.Stage stage) {
        return switch (stage) {
            case PLACE -> desk.to("/desk/place");
            case HOURS -> desk.to("/desk/hours");
            case CREW -> desk.to("/desk/people");
            case ROOMS -> desk.to(Desk.Tab.ROOMS);
            case DELIVERY -> desk.to("/desk/delivery/settings");
            case OFFER -> desk.to(Desk.Tab.OFFERS);
            case PICTURE -> desk.to("/desk/pictures");
            case PREVIEW, ORDER -> offer == null ? desk.to(Desk.Tab.OFFERS) : offer;
            case REDEMPTION -> "/counter?place=" + desk.id();
        };
    }

    /** Why an operator has refused the merchant, or null. */
    @Nullable
    String refusal() {
        return standing instanceof Standing.Turned(var at, var why) ? why : null;
    }

    boolean verified() {
        return standing.isVerified();
    }
}
