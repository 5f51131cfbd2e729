package org.townloop.supply.offer;

import org.townloop.base.kernel.Reason;

/** Why an offer cannot be written so. */
public enum OfferReason implements Reason {
    TITLE_MISSING,
    /** Facts: {@code max} characters. */
    TITLE_TOO_LONG,
    DESCRIPTION_TOO_LONG,
    PRICE_NEGATIVE,
    PRICE_TOO_HIGH,
    /** Facts: {@code currency}, the region's. */
    PRICE_IN_OTHER_CURRENCY,
    /** Facts: {@code min} and {@code max} minutes. */
    DURATION_INVALID,
    /** Facts: {@code max} minutes. */
    BUFFER_INVALID,
    /** Facts: {@code kinds} that the pack knows. */
    RESOURCE_KIND_UNKNOWN,
    STAFF_MISSING,
    STAFF_NOT_HERE,
    PACK_NOT_OF_PLACE,
    PLACE_IS_LISTING,
    /** The trade is had on a day, and nothing says how many; or it is booked at a time, and something does. */
    MODE_OF_OTHER_TRADE,
    /** Facts: {@code max} units a day. */
    CAPACITY_INVALID,
    /** Facts: {@code max} days. */
    WINDOW_INVALID,
    /** It was never sold, or would be off sale at once. */
    LAST_SALE_DAY_PAST,
    /** Facts: {@code max} days. */
    BLOCKED_TOO_MANY,
    /** Facts: {@code max} seats. */
    SEATS_INVALID,
    /** Facts: {@code min} and {@code max} people. */
    QUORUM_INVALID,
    /** Facts: {@code max} hours. */
    QUORUM_HOURS_INVALID,
    SESSIONS_MISSING,
    /** Facts: {@code max} times. */
    SESSIONS_TOO_MANY,
    /** The last day of a weekly time is before its first. */
    SESSION_NEVER,
    /** Facts: {@code minutes}, of which the time must be a multiple. */
    SESSION_OFF_STEP,
    /** Facts: {@code other}, the title of the class that somebody gives then, {@code time} by the place's clock. */
    STAFF_TWICE,
    /** Facts: {@code time} of a session that is sold, by the place's clock. */
    SESSION_PEOPLE_TAKEN,
    /** Facts: {@code max} people. */
    PARTY_INVALID,
    /** Facts: {@code max} minutes. */
    LARGE_PARTY_INVALID,
    /** The type of room is not at the place. */
    ROOMS_NOT_HERE,
    /** Facts: {@code max} people in a room. */
    SLEEPS_INVALID,
    /** Facts: {@code max} nights. */
    NIGHTS_INVALID,
    /** Check-in and check-out are whole five minutes, and the check-out is not after the check-in. */
    HOURS_OF_STAY_INVALID,
    /** Facts: {@code max} seasons. */
    SEASONS_INVALID,
    /** Facts: {@code max} courses, {@code dishes} in each. */
    MENU_TOO_LONG,
    /** A course has no dish or no name, a key is there twice or is none, or a dish costs less than nothing. */
    MENU_INVALID,
    /** Facts: {@code max} people that come together. */
    TEAM_INVALID,
    /** Fewer can do it than come together. Facts: {@code team}. */
    TEAM_TOO_SMALL,
    /** Facts: {@code min} and {@code max} kilometres. */
    RADIUS_INVALID,
    /** Nobody knows where the place is, and so nobody how far it is from there. */
    PLACE_WITHOUT_POINT,
    /** Facts: {@code max} people in a vehicle. */
    RIDE_SEATS_INVALID,
    /** Facts: {@code min} and {@code max} kilometres. */
    RIDE_LENGTH_INVALID,
    /** An amount of a fare is less than nothing, or more than anybody pays. */
    FARE_INVALID,
    /** Facts: {@code max} percent on top at night. */
    NIGHT_INVALID,
    /** Facts: {@code max} of an article in one order. */
    MOST_OF_ARTICLE_INVALID,
    /** The last day of an ad is past, or too far. Facts: {@code max} days ahead. */
    AD_UNTIL_INVALID,
    /** Whoever reads an ad calls, and nobody knows whom. */
    PLACE_WITHOUT_PHONE,
    /** Facts: {@code max} days. */
    ANSWER_DAYS_INVALID,
    /** The trade sells it for its whole price, or for nothing. */
    DEPOSIT_NOT_TAKEN,
    AT_SHOP_NOT_TAKEN,
    /** Facts: {@code max} orders. */
    AT_SHOP_OPEN_INVALID,
    /** Facts: {@code min} and {@code max} percent. */
    DEPOSIT_OUT_OF_RANGE,
    /** Somebody else has saved it since it was shown. */
    OFFER_CHANGED_MEANWHILE,
    /** Facts: {@code max} characters. */
    DELIVERED_TEXT_INVALID,
    /** Facts: {@code max} megabytes. */
    DELIVERED_FILE_TOO_LARGE,
    /** By its first bytes it is nothing that is sold here. */
    DELIVERED_FILE_UNKNOWN,
    /** Facts: {@code max} codes at a time. */
    CODES_MISSING,
    /** Facts: {@code lines}, and {@code max} characters of a code. */
    CODE_UNFIT,
    /** Facts: {@code lines} on which a code stands that stood before. */
    CODE_TWICE,
    /** Facts: {@code lines} on which a code stands that the offer has already. */
    CODE_KNOWN;

    @Override
    public Kind kind() {
        return this == OFFER_CHANGED_MEANWHILE ? Kind.CONFLICT : Kind.INVALID;
    }
}
