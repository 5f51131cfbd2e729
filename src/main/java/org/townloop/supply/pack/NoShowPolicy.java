package org.townloop.supply.pack;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;

/**
 * What becomes of an order whose resident comes late, or does not come.
 *
 * @param grace how long after the booked time the place waits; afterwards it may refuse. Null where there is no time but
 *     a day: then they are missed when the last day is over
 * @param keptPercent the share kept of an order that nobody came for, 0 to 100
 * @param settledAfter how long after that it is settled without anybody's doing
 */
public record NoShowPolicy(@Nullable Duration grace, int keptPercent, Duration settledAfter) {

    public NoShowPolicy {
        if ((grace != null && grace.isNegative())
                || keptPercent < 0
                || keptPercent > 100
                || settledAfter.isNegative()) {
            throw new IllegalArgumentException("no policy: " + grace + ", " + keptPercent + " %, " + settledAfter);
        }
    }

    /** From when on the place may refuse whoever has not come: and say that they did not. */
    public Instant missedAt(Instant start, Instant end) {
        return grace == null ? end : start.plus(grace);
    }

    /** When an order that nobody came for is settled by itself. */
    public Instant settledAt(Instant start, Instant end) {
        return missedAt(start, end).plus(settledAfter);
    }

    /** What the resident gets back who did not come. Rounding favours the resident. */
    public Money refund(Money paid) {
        return paid.minus(paid.basisPoints(keptPercent * 100));
    }

    /** Both as two sentences for whoever is about to pay. */
    public Words inWords() {
        return Words.of(lateInEnglish() + missedInEnglish(), lateInChinese() + missedInChinese());
    }

    private String lateInEnglish() {
        return grace == null ? "" : "The place waits " + PolicyTime.english(grace) + "; after that it may refuse. ";
    }

    private String lateInChinese() {
        return grace == null ? "" : "迟到 " + PolicyTime.chinese(grace) + "以内保留，超过后商家可不再接待。";
    }

    private String missedInEnglish() {
        var when = grace == null ? "Not used by the end of its last day" : "If you do not come";
        return switch (keptPercent) {
            case 0 -> when + ", everything comes back by itself.";
            case 100 -> when + ", nothing is refunded.";
            default -> when + ", " + keptPercent + "% is kept and the rest comes back by itself.";
        };
    }

    private String missedInChinese() {
        var when = grace == null ? "到期未使用" : "未到店";
        return switch (keptPercent) {
            case 0 -> when + "，自动全额退款。";
            case 100 -> when + "，不予退款。";
            default -> when + "，扣除 " + keptPercent + "%，其余自动退回。";
        };
    }
}
