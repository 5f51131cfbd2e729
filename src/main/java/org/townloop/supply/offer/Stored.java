package org.townloop.supply.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A card: paid now and had later, in parts, by paying orders with it. It takes nobody's time, nothing is shown at a counter
 * for it, and it is not searched for: it stands beside what its place sells. Amounts are minor units of the offer's
 * currency.
 *
 * @param amounts to choose from, the least first; of a pass none: its price is that of the offer
 * @param least of what may be typed instead; null if only {@code amounts} are sold
 * @param most of it; null as {@code least} is
 * @param of of a pass: the one offer that its uses are of; null otherwise
 * @param uses of a pass: how many; null otherwise
 */
public record Stored(
        @JsonProperty("card") Kind kind,
        List<Long> amounts,
        @Nullable Long least,
        @Nullable Long most,
        @Nullable OfferId of,
        @Nullable Integer uses)
        implements Arrangement {

    /** The key by which versions of cards say that they are had in no mode of their pack. */
    static final String MODE = "stored";

    /** What sort of card it is. */
    public enum Kind {
        /** For everything at the place, to be given away or kept. */
        GIFT,
        /** So many uses of one offer. */
        PASS,
        /** For everything at the place, kept by who pays it. */
        BALANCE;

        /** As it stands in forms, addresses and texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Stored {
        amounts = amounts == null ? List.of() : List.copyOf(amounts);
    }

    public static Stored gift(List<Long> amounts, @Nullable Long least, @Nullable Long most) {
        return new Stored(Kind.GIFT, amounts, least, most, null, null);
    }

    public static Stored balance(List<Long> amounts) {
        return new Stored(Kind.BALANCE, amounts, null, null, null, null);
    }

    public static Stored pass(OfferId of, int uses) {
        return new Stored(Kind.PASS, List.of(), null, null, of, uses);
    }

    /** Whether a card of that worth is sold; of a pass its offer's price decides. */
    public boolean sells(long minor) {
        var isTyped = least != null && most != null && minor >= least && minor <= most;
        return isTyped || amounts.contains(minor);
    }

    /** Whether uses of it can be sold ahead: what costs the same whenever and however it is had. */
    public static boolean canBeUsesOf(Offer offer) {
        return switch (offer.arrangement()) {
            case Appointment _, WalkIn _, Session _, HomeVisit _ ->
                offer.price().isPositive();
            case Table _, Stay _, Ride _, Article _, Ad _, ByQuote _, Online _, Stored _ -> false;
        };
    }
}
