package org.townloop.loop.quote;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import org.townloop.supply.merchant.StaffId;

/**
 * What a quotation must satisfy. The first rule that refuses speaks.
 *
 * @param there who works at the place
 */
record QuotationRules(Set<StaffId> there, Currency currency, Instant now) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_DAYS_BEFORE = 60;
    private static final long MOST_MINOR = 100_000_000_000L;

    Optional<Refusal> refusal(NewQuotation wanted) {
        return lines(wanted.lines())
                .or(() -> stages(wanted.stages()))
                .or(() -> sum(wanted))
                .or(() -> work(wanted.work()))
                .or(() -> validity(wanted))
                .or(() -> Written.isLonger(wanted.note(), LONGEST_NOTE)
                        ? Optional.of(Refusal.of(QuoteReason.QUOTE_TEXT_TOO_LONG, "note", Map.of("max", LONGEST_NOTE)))
                        : Optional.empty());
    }

    static Money total(List<QuoteLine> lines, Currency currency) {
        return lines.stream().map(QuoteLine::amount).reduce(Money.zero(currency), Money::plus);
    }

    private Optional<Refusal> lines(List<QuoteLine> lines) {
        if (lines.isEmpty() || lines.size() > NewQuotation.MOST_LINES) {
            return Optional.of(
                    Refusal.of(QuoteReason.QUOTE_LINES_INVALID, "lines", Map.of("max", NewQuotation.MOST_LINES)));
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!Written.isName(line.text(), LONGEST_LINE) || !fits(line.amount())) {
                return Optional.of(Refusal.of(QuoteReason.QUOTE_LINE_INVALID, "lines", Map.of("line", i + 1)));
            }
        }
        return total(lines, currency).isPositive()
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(QuoteReason.QUOTE_LINES_INVALID, "lines", Map.of("max", NewQuotation.MOST_LINES)));
    }

    private boolean fits(Money amount) {
        return amount.currency().equals(currency) && Math.abs(amount.minor()) <= MOST_MINOR;
    }

    private Optional<Refusal> stages(List<NewQuotation.NewStage> stages) {
        if (stages.isEmpty() || stages.size() > NewQuotation.MOST_STAGES) {
            return Optional.of(
                    Refusal.of(QuoteReason.STAGES_INVALID, "stages", Map.of("max", NewQuotation.MOST_STAGES)));
        }
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var first = i == 0;
            if (!Written.isName(stage.name(), LONGEST_NAME)
                    || !fits(stage.amount())
                    || !stage.amount().isPositive()
                    || first != (stage.due() == Due.AT_ACCEPTANCE)
                    || stage.daysBefore() < 0
                    || stage.daysBefore() > MOST_DAYS_BEFORE) {
                return Optional.of(Refusal.of(QuoteReason.STAGE_INVALID, "stages", Map.of("stage", i + 1)));
            }
        }
        return Optional.empty();
    }

    /** To the last unit. */
    private Optional<Refusal> sum(NewQuotation wanted) {
        var total = total(wanted.lines(), currency);
        var stages =
                wanted.stages().stream().map(NewQuotation.NewStage::amount).reduce(Money.zero(currency), Money::plus);
        return total.equals(stages)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        QuoteReason.STAGES_DO_NOT_ADD_UP, "stages", Map.of("total", total, "stages", stages)));
    }

    private Optional<Refusal> work(Work work) {
        if (work.minutes() < Work.SHORTEST_MINUTES
                || work.minutes() > Work.LONGEST_MINUTES
                || work.days() < 1
                || work.days() > Work.MOST_DAYS
                || !work.start().isAfter(now)) {
            return Optional.of(Refusal.of(QuoteReason.WORK_INVALID, "start", Map.of("days", Work.MOST_DAYS)));
        }
        return work.people().isEmpty() || !there.containsAll(work.people())
                ? Optional.of(Refusal.of(QuoteReason.WORK_PEOPLE_MISSING, "people"))
                : Optional.empty();
    }

    /** It can be accepted for a while, and before the work begins. */
    private Optional<Refusal> validity(NewQuotation wanted) {
        var until = wanted.validUntil();
        return until.isAfter(now)
                        && !until.isAfter(now.plus(Duration.ofDays(NewQuotation.MOST_DAYS_VALID)))
                        && !until.isAfter(wanted.work().start())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        QuoteReason.VALIDITY_INVALID, "validUntil", Map.of("max", NewQuotation.MOST_DAYS_VALID)));
    }
}
