package org.townloop.base.region;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a sale goes to whom, in hundredths of a percent; the merchant has the rest.
 *
 * @param partner who earns the partner's share; while there is nobody, that share is zero
 */
public record Shares(
        int platformBasisPoints,
        int partnerBasisPoints,
        @Nullable UUID partner) {

    public Shares {
        if (platformBasisPoints < 0 || partnerBasisPoints < 0 || platformBasisPoints + partnerBasisPoints > 10_000) {
            throw new IllegalArgumentException("shares must be 0 to 10000 basis points together");
        }
    }
}
