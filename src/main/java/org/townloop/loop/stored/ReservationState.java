package org.townloop.loop.stored;

import java.util.stream.Stream;

/** What became of that which an order has set aside on a card. */
public enum ReservationState {
    /** Nobody else can have it, and nothing is used yet. */
    OPEN,
    /** The order is paid, and the ledger has moved it. */
    USED,
    /** The card has it again. Money that arrives late may set it aside anew. */
    FREED;

    public boolean canBecome(ReservationState next) {
        return switch (this) {
            case OPEN -> next == USED || next == FREED;
            case USED -> false;
            case FREED -> next == OPEN;
        };
    }

    /** The names of the states from which this one may be reached. */
    String[] before() {
        return Stream.of(values())
                .filter(state -> state.canBecome(this))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
