package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;
import org.townloop.supply.booking.Gathering;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Session;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Says whether a session takes place that needs people. */
final class GatheringWords {

    private GatheringWords() {}

    /** Of all sessions of an offer; null if they take place however few come. */
    static @Nullable String ofOffer(Page page, Offer offer) {
        var quorum = offer.arrangement() instanceof Session session ? session.quorum() : null;
        return quorum == null
                ? null
                : page.text("portal.gathering.offer", "fewest", quorum.people(), "hours", quorum.hours());
    }

    /** Below its time. */
    static @Nullable String inShort(Page page, Times times, @Nullable Gathering gathering) {
        return gathering == null
                ? null
                : switch (gathering.state()) {
                    case UNDECIDED ->
                        page.text(
                                "portal.gathering.short",
                                "booked",
                                gathering.booked(),
                                "fewest",
                                gathering.fewest(),
                                "when",
                                times.moment(gathering.decideAt()));
                    case CONFIRMED -> page.text("portal.gathering.short-confirmed");
                    case CALLED_OFF -> null;
                };
    }

    /** To who has booked. */
    static @Nullable String inFull(Page page, Times times, @Nullable Gathering gathering) {
        return gathering == null
                ? null
                : switch (gathering.state()) {
                    case UNDECIDED ->
                        page.text(
                                "portal.gathering.undecided",
                                "fewest",
                                gathering.fewest(),
                                "booked",
                                gathering.booked(),
                                "when",
                                times.moment(gathering.decideAt()));
                    case CONFIRMED ->
                        gathering.fewest() == 0
                                ? null
                                : page.text("portal.gathering.confirmed", "booked", gathering.booked());
                    case CALLED_OFF -> null;
                };
    }
}
