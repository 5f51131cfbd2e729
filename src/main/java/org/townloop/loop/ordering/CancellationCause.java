package org.townloop.loop.ordering;

import java.util.Arrays;

/** Why a paid order was called off. */
public enum CancellationCause {
    BY_RESIDENT("cancelled by the resident"),
    /** Settled by the policy it was sold under. */
    NOBODY_CAME("nobody came"),
    /** Nobody could come: all of it goes back. */
    PLACE_CLOSED("the place had closed"),
    /** The place calls off what it had agreed to: all of it goes back. */
    BY_PLACE("called off by the place"),
    /** The place does not hold the session: all of it goes back. */
    SESSION_CALLED_OFF("the session was called off"),
    /** Too few had booked the session in time: all of it goes back. */
    TOO_FEW("too few had booked"),
    /** Nothing of what was ordered was there: all of it goes back. */
    NOTHING_THERE("nothing of it was there"),
    /** Somebody objected, and it was agreed or decided what of it goes back. */
    DISPUTED("settled after a dispute");

    private final String code;

    CancellationCause(String code) {
        this.code = code;
    }

    /** As it is stored, and as the gateway is told with the refund. */
    public String code() {
        return code;
    }

    /** Whether the place does not do what it had sold, though it could. */
    public boolean isByPlace() {
        return this == BY_PLACE || this == SESSION_CALLED_OFF;
    }

    static CancellationCause of(String code) {
        return Arrays.stream(values())
                .filter(cause -> cause.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("called off for a cause that is not known: " + code));
    }
}
