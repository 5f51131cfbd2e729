package org.townloop.supply.booking;

import org.townloop.base.kernel.Reason;

/** Why a time cannot be held. */
public enum BookingReason implements Reason {
    /** Nobody who does it, or nothing that it needs, is free then. */
    SLOT_TAKEN(Kind.CONFLICT),
    /** Nothing is left of that day. */
    DAY_FULL(Kind.CONFLICT),
    /** Facts: {@code left}, how many could be had then; at least 1. */
    TOO_FEW_LEFT(Kind.CONFLICT),
    /** Facts: {@code left}, how many could be seated then; at least 1. */
    PARTY_TOO_LARGE(Kind.CONFLICT),
    /** The offer was withdrawn. */
    OFFER_NOT_SOLD(Kind.CONFLICT),
    /** It is an ad: nothing is sold here. */
    NOT_SOLD_HERE(Kind.INVALID),
    /** What it costs is said by a quotation, which has to be asked for. */
    PRICED_BY_QUOTE(Kind.INVALID),
    /** Facts: {@code min} and {@code max} different services. */
    COMBINATION_SIZE(Kind.INVALID),
    /** It is not booked at a time, or has something to choose. Facts: {@code what}. */
    NOT_COMBINABLE(Kind.INVALID),
    /** It is offered at another place. Facts: {@code what}. */
    AT_ANOTHER_PLACE(Kind.INVALID),
    /** The place is closed for a part of the time. */
    NOT_OPEN(Kind.INVALID),
    START_PAST(Kind.INVALID),
    /** Facts: {@code minutes}, the grid of starts. */
    START_OFF_GRID(Kind.INVALID),
    /** Facts: {@code days}, how far ahead can be booked. */
    START_TOO_FAR(Kind.INVALID),
    /** What is had on a day begins when the day begins, on the place's clock. */
    START_NOT_A_DAY(Kind.INVALID),
    /** It does not take place then. */
    NO_SUCH_SESSION(Kind.INVALID),
    /** Too few had booked in time: whether it takes place is decided, or about to be. */
    SESSION_CLOSED(Kind.CONFLICT),
    /** It was called off: it cannot be said to take place after all. */
    SESSION_IS_OFF(Kind.CONFLICT),
    /** Facts: {@code min} and {@code max} people. */
    PARTY_SIZE(Kind.INVALID),
    /** The offer is not to be had on that day. */
    DAY_BLOCKED(Kind.INVALID),
    /** Nothing says when the guests leave, or they leave before they come. */
    DEPARTURE_MISSING(Kind.INVALID),
    /** Facts: {@code time}, by the place's clock. */
    NOT_THE_CHECK_IN(Kind.INVALID),
    /** Facts: {@code time}, by the place's clock. */
    NOT_THE_CHECK_OUT(Kind.INVALID),
    /** Facts: {@code nights}, the fewest. */
    STAY_TOO_SHORT(Kind.INVALID),
    /** Facts: {@code nights}, the most. */
    STAY_TOO_LONG(Kind.INVALID),
    /** Nobody arrives on that day of the week. */
    NO_ARRIVALS_THEN(Kind.INVALID),
    /** The place is closed on the day of arrival or departure. */
    NOBODY_AT_THE_DOOR(Kind.INVALID),
    /** Facts: {@code max}, how many the rooms sleep. */
    TOO_MANY_GUESTS(Kind.INVALID),
    /** Rooms cannot be closed that guests have bought. */
    NIGHTS_ALREADY_SOLD(Kind.CONFLICT),
    /** Facts: {@code days}, how far ahead. */
    NIGHTS_TO_CLOSE_INVALID(Kind.INVALID),
    /** Facts: {@code max}, how many there are. */
    ROOMS_TO_CLOSE_INVALID(Kind.INVALID),
    /** Facts: {@code max} letters. */
    WHY_TOO_LONG(Kind.INVALID),
    /** It is done at the resident's, and nobody said where that is. */
    SITE_MISSING(Kind.INVALID),
    /** Facts: {@code distance} and {@code max} in kilometres. */
    SITE_TOO_FAR(Kind.INVALID),
    /** Facts: {@code article}. */
    ARTICLE_NOT_SOLD(Kind.CONFLICT),
    /** Facts: {@code article}, {@code left} of that day; at least 1. */
    ARTICLE_TOO_FEW(Kind.CONFLICT),
    /** Nothing is left of it for that day. Facts: {@code article}. */
    ARTICLE_SOLD_OUT(Kind.CONFLICT),
    /** Facts: {@code article}, {@code max} in one order. */
    ARTICLE_TOO_MANY(Kind.INVALID),
    /** The place brings nothing then. */
    NO_SUCH_WINDOW(Kind.INVALID),
    /** It is too late to order for that window. */
    WINDOW_CLOSED(Kind.CONFLICT),
    /** As many orders as a round can carry are in it. */
    WINDOW_FULL(Kind.CONFLICT),
    /** The goods are worth less than what is brought. Facts: {@code least} and {@code missing}, amounts. */
    GOODS_TOO_FEW(Kind.INVALID),
    /** A home is visited by one team at a time. */
    ONE_VISIT_ONLY(Kind.INVALID),
    /** Nobody said where the ride goes. */
    DESTINATION_MISSING(Kind.INVALID),
    /** The ride goes to where it begins. */
    SAME_PLACE(Kind.INVALID),
    /** Facts: {@code distance} and {@code max} in kilometres, along the way. */
    RIDE_TOO_LONG(Kind.INVALID),
    /** Facts: {@code max} people. */
    TOO_MANY_FOR_VEHICLE(Kind.INVALID),
    /** A vehicle goes once for an order. */
    ONE_RIDE_ONLY(Kind.INVALID),
    /** All codes are sold or held. */
    SOLD_OUT(Kind.CONFLICT),
    /** All pieces of the deal are sold or held. */
    DEAL_SOLD_OUT(Kind.CONFLICT),
    /** Facts: {@code left} pieces of the deal; at least 1. */
    DEAL_TOO_FEW_LEFT(Kind.CONFLICT),
    /** Facts: {@code max} pieces of the deal for one person, {@code left} of those. */
    DEAL_MOST_EACH(Kind.CONFLICT),
    /** The seller has put in nothing yet that could be opened. */
    NOTHING_TO_OPEN(Kind.CONFLICT),
    /** Who has bought words or a file opens them as often as they like. */
    ONE_IS_ENOUGH(Kind.INVALID);

    private final Kind kind;

    BookingReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
