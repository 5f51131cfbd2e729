package org.townloop.base.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a sale goes to whom, in hundredths of a percent; the merchant has the rest.
 *
 * @param partner who earns the partner's share; while there is nobody, that share is zero
 * @param referrer by whose word the resident came; while it is nobody, that share is zero
 */
public record Shares(
        int platformBasisPoints,
        int partnerBasisPoints,
        @Nullable UUID partner,
        int referrerBasisPoints,
        @Nullable UUID referrer) {

    /** The whole. */
    public static final int WHOLE = 10_000;

    public Shares {
        if (platformBasisPoints < 0
                || partnerBasisPoints < 0
                || referrerBasisPoints < 0
                || platformBasisPoints + partnerBasisPoints + referrerBasisPoints > WHOLE) {
            throw new IllegalArgumentException("shares must be 0 to 10000 basis points together");
        }
    }

    /** Nobody earns by word of mouth. */
    public Shares(int platformBasisPoints, int partnerBasisPoints, @Nullable UUID partner) {
        this(platformBasisPoints, partnerBasisPoints, partner, 0, null);
    }

    /** As it stands in terms; those of before referrers had a share do not name it. */
    @JsonCreator
    static Shares read(
            @JsonProperty("platformBasisPoints") int platformBasisPoints,
            @JsonProperty("partnerBasisPoints") int partnerBasisPoints,
            @JsonProperty("partner") @Nullable UUID partner,
            @JsonProperty("referrerBasisPoints") @Nullable Integer referrerBasisPoints,
            @JsonProperty("referrer") @Nullable UUID referrer) {
        var referrers = referrerBasisPoints == null ? 0 : referrerBasisPoints;
        return new Shares(platformBasisPoints, partnerBasisPoints, partner, referrers, referrer);
    }

    /** What others than the merchant have at most. */
    public int together() {
        return platformBasisPoints + partnerBasisPoints + referrerBasisPoints;
    }
}
