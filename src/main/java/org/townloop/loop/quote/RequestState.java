package org.townloop.loop.quote;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a request has come. {@link #NEXT} is the whole lifecycle. */
public enum RequestState {
    /** The place is to answer. */
    ASKED,
    /** The place would like to look at it, and the resident is to choose a time. */
    SURVEY_PROPOSED,
    /** Somebody comes to look. */
    SURVEY_AGREED,
    /** There is a quotation to accept. */
    OFFERED,
    /** It was accepted, and its first stage is paid. */
    ACCEPTED,
    /** All of it was done. */
    DONE,
    /** One of the two has said no. */
    DECLINED,
    /** Nobody accepted the offer in time; the place may write another one. */
    EXPIRED,
    /** The resident does not want it any more. */
    WITHDRAWN,
    /** What was accepted does not take place, or not all of it. */
    CALLED_OFF;

    private static final Map<RequestState, Set<RequestState>> NEXT = Map.of(
            ASKED, EnumSet.of(SURVEY_PROPOSED, OFFERED, DECLINED, WITHDRAWN),
            SURVEY_PROPOSED, EnumSet.of(SURVEY_AGREED, OFFERED, DECLINED, WITHDRAWN),
            SURVEY_AGREED, EnumSet.of(SURVEY_PROPOSED, OFFERED, DECLINED, WITHDRAWN),
            OFFERED, EnumSet.of(ACCEPTED, DECLINED, EXPIRED, WITHDRAWN),
            EXPIRED, EnumSet.of(OFFERED),
            ACCEPTED, EnumSet.of(DONE, CALLED_OFF),
            DONE, EnumSet.noneOf(RequestState.class),
            DECLINED, EnumSet.noneOf(RequestState.class),
            WITHDRAWN, EnumSet.noneOf(RequestState.class),
            CALLED_OFF, EnumSet.noneOf(RequestState.class));

    public boolean canBecome(RequestState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the two are still to agree. */
    public boolean isOpen() {
        return this == ASKED || this == SURVEY_PROPOSED || this == SURVEY_AGREED || this == OFFERED;
    }

    /** Whether the place may write an offer, or another one. */
    public boolean mayBeOffered() {
        return isOpen() || this == EXPIRED;
    }

    /** Whether nothing more comes of it, unless the place writes anew. */
    boolean isClosed() {
        return !isOpen() && this != ACCEPTED;
    }
}
