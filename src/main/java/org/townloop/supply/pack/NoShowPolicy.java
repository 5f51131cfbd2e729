package org.townloop.supply.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;

/**
 * What becomes of an order whose resident comes late, or does not come.
 *
 * @param grace how long after the booked time the place waits, or those who came at the resident's door; afterwards it may
 *     refuse. Null where there is no time but a day: then they are missed when the last day is over
 * @param keptPercent the share kept of an order that nobody came for, 0 to 100
 * @param settledAfter how long after that it is settled without anybody's doing
 * @param within where the place comes to the resident: for how long from the booked time on it may arrive; null where
 *     the resident comes
 */
public record NoShowPolicy(
        @Nullable Duration grace,
        int keptPercent,
        Duration settledAfter,
        @Nullable Duration within) {

    /** Where the resident comes to the place. */
    public NoShowPolicy(@Nullable Duration grace, int keptPercent, Duration settledAfter) {
        this(grace, keptPercent, settledAfter, null);
    }

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
        return grace == null
                ? end
                : start.plus(within == null ? Duration.ZERO : within).plus(grace);
    }

    /** From when on those who came to a resident's door need not wait there; nothing where the resident comes. */
    public Optional<Instant> missedAtDoor(Instant atDoor) {
        return within == null || grace == null ? Optional.empty() : Optional.of(atDoor.plus(grace));
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

    /** The first of them; nothing where nobody is late. */
    public Optional<Words> lateInWords() {
        return grace == null
                ? Optional.empty()
                : Optional.of(Words.of(lateInEnglish().strip(), lateInChinese()));
    }

    private String lateInEnglish() {
        if (within != null && grace != null) {
            return "Be there when they come; they wait " + PolicyTime.english(grace) + ". ";
        }
        return grace == null ? "" : "The place waits " + PolicyTime.english(grace) + "; after that it may refuse. ";
    }

    private String lateInChinese() {
        if (within != null && grace != null) {
            return "请在约定时段内等候，师傅到了以后最多等 " + PolicyTime.chinese(grace) + "。";
        }
        return grace == null ? "" : "迟到 " + PolicyTime.chinese(grace) + "以内保留，超过后商家可不再接待。";
    }

    private String missedInEnglish() {
        var when = grace == null
                ? "Not used by the end of its last day"
                : within == null ? "If you do not come" : "If nobody is there";
        return switch (keptPercent) {
            case 0 -> when + ", everything comes back by itself.";
            case 100 -> when + ", nothing is refunded.";
            default -> when + ", " + keptPercent + "% is kept and the rest comes back by itself.";
        };
    }

    private String missedInChinese() {
        var when = grace == null ? "到期未使用" : within == null ? "未到店" : "到时无人";
        return switch (keptPercent) {
            case 0 -> when + "，自动全额退款。";
            case 100 -> when + "，不予退款。";
            default -> when + "，扣除 " + keptPercent + "%，其余自动退回。";
        };
    }
}
