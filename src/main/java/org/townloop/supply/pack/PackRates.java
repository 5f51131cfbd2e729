package org.townloop.supply.pack;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What others than the merchant have of a sale in this trade, in hundredths of a percent: never more than the region says.
 * What is null is as in the region.
 */
public record PackRates(
        @Nullable Integer platform,
        @Nullable Integer partner,
        @Nullable Integer referrer) {

    /** The rates of the region. */
    public static final PackRates OF_THE_REGION = new PackRates(null, null, null);

    static PackRates read(JsonNode node) {
        return new PackRates(rate(node.get("platform")), rate(node.get("partner")), rate(node.get("referrer")));
    }

    private static @Nullable Integer rate(@Nullable JsonNode percent) {
        return percent == null
                ? null
                : percent.decimalValue().multiply(BigDecimal.valueOf(100)).intValue();
    }
}
