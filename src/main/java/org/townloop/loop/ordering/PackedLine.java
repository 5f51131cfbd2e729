package org.townloop.loop.ordering;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.OfferId;

/**
 * What was packed of a line.
 *
 * @param quantity of what was ordered
 * @param other what was packed in place of the rest, or null
 * @param charged what the resident pays for it; never more than for what was ordered
 */
public record PackedLine(int line, int quantity, @Nullable Other other, Money sold, Money charged) {

    /** Another article, at least one of it. */
    public record Other(OfferId offer, Words title, int quantity) {

        private boolean isLike(Other packed) {
            return offer.equals(packed.offer) && quantity == packed.quantity;
        }
    }

    public PackedLine {
        if (quantity < 0 || charged.minor() > sold.minor()) {
            throw new IllegalArgumentException("line " + line + " costs " + charged + " and was sold for " + sold);
        }
    }

    public Money back() {
        return sold.minus(charged);
    }

    /** Whether the same things were packed; prices may have changed since. */
    public boolean isLike(PackedLine packed) {
        var isOther = other == null ? packed.other == null : packed.other != null && other.isLike(packed.other);
        return line == packed.line && quantity == packed.quantity && isOther;
    }

    /** Whether nothing came of it at all. */
    public boolean isMissing() {
        return quantity == 0 && other == null;
    }
}
