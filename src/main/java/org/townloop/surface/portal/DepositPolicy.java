package org.townloop.surface.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.CancellationPolicy.Step;
import org.townloop.supply.pack.NoShowPolicy;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * What becomes of a deposit if it is called off, or if nobody comes. A policy keeps its share of the price, which says
 * little of a deposit: so it is said in amounts, or of nights whose price depends on the date in hundredths of it.
 *
 * @param deposit all of it, in words
 * @param parts how it is parted where so many percent of the price are kept
 */
record DepositPolicy(
        Page page,
        CancellationPolicy cancellation,
        @Nullable NoShowPolicy noShow,
        String deposit,
        IntFunction<Parted> parts) {

    /**
     * @param back what comes back, in words; null if nothing does
     * @param kept what is kept, in words; null if nothing is
     */
    record Parted(@Nullable String back, @Nullable String kept) {}

    /** Of what was ordered, as far as its times are still to come. */
    static List<String> of(Page page, Times times, Order order) {
        var starts = order.first().startsAt();
        var terms = order.terms();
        var policy = new DepositPolicy(
                page,
                terms.cancellation(),
                terms.noShow(),
                page.text("portal.deposit.named", "amount", page.money(order.total())),
                percent -> amounts(page, order.price(), order.total(), percent));
        return policy.sentences(
                terms.cancellation().steps().stream()
                        .filter(step -> starts != null
                                && !starts.minus(step.beforeStart()).isBefore(times.now()))
                        .toList(),
                step -> page.text(
                        "portal.deposit.by",
                        "when",
                        starts == null ? "" : times.moment(starts.minus(step.beforeStart()))),
                "now");
    }

    /** Of what is offered, before anything was chosen of it. */
    static List<String> of(
            Page page, Offer offer, Deposit deposit, CancellationPolicy how, @Nullable NoShowPolicy noShow) {
        var price = offer.price();
        var paid = deposit.of(price);
        var policy = offer.arrangement() instanceof Stay
                ? new DepositPolicy(
                        page,
                        how,
                        noShow,
                        page.text("portal.deposit.named.all"),
                        percent -> shares(page, deposit.percent(), percent))
                : new DepositPolicy(
                        page,
                        how,
                        noShow,
                        page.text("portal.deposit.named", "amount", page.money(paid)),
                        percent -> amounts(page, price, paid, percent));
        return policy.sentences(how.steps(), policy::before, "always");
    }

    private static Parted amounts(Page page, Money price, Money paid, int percent) {
        var back = Terms.refund(price, paid, percent);
        var kept = paid.minus(back);
        return new Parted(sum(page, back), sum(page, kept));
    }

    private static @Nullable String sum(Page page, Money amount) {
        return amount.isZero() ? null : page.text("portal.deposit.sum", "amount", page.money(amount));
    }

    private static Parted shares(Page page, int paid, int percent) {
        return new Parted(
                percent == 0
                        ? page.text("portal.deposit.named.all")
                        : percent >= paid ? null : page.text("portal.deposit.share", "percent", paid - percent),
                percent == 0 ? null : page.text("portal.deposit.share", "percent", Math.min(percent, paid)));
    }

    private String before(Step step) {
        return step.beforeStart().isZero()
                ? page.text("portal.deposit.by-start")
                : page.text("portal.deposit.by-before", "time", time(step.beforeStart()));
    }

    private String time(Duration time) {
        return time.toHours() % 24 == 0 && time.toMinutesPart() == 0
                ? page.text("portal.deposit.days", "count", time.toDays())
                : page.formats().duration(time);
    }

    /**
     * Of who calls it off, and of who comes late or does not come.
     *
     * @param now how it is called what holds at once, if nothing comes before
     */
    private List<String> sentences(List<Step> steps, Function<Step, String> by, String now) {
        var sentences = new ArrayList<String>();
        if (cancellation.justPaid() != null) {
            sentences.add(page.text("portal.deposit.just-paid", "time", time(cancellation.justPaid())));
        }
        var afterwards = parts.apply(cancellation.keptAfterStart());
        var untilThen = new ArrayList<String>();
        for (int i = 0; i < steps.size(); i++) {
            var parted = parts.apply(steps.get(i).keptPercent());
            var next = i + 1 < steps.size() ? parts.apply(steps.get(i + 1).keptPercent()) : afterwards;
            if (parted.back() != null && !parted.equals(next)) {
                untilThen.add(page.text("portal.deposit.until", "by", by.apply(steps.get(i)), "refund", parted.back()));
            }
        }
        sentences.addAll(untilThen);
        sentences.add(afterwards(afterwards, untilThen.isEmpty() ? now : "later"));
        if (noShow != null) {
            noShow.lateInWords().ifPresent(late -> sentences.add(page.say(late)));
            sentences.add(missed(noShow, parts.apply(noShow.keptPercent())));
        }
        sentences.add(page.text("portal.deposit.never-more"));
        return sentences;
    }

    private String afterwards(Parted parted, String when) {
        return parted.back() == null
                ? page.text("portal.deposit.lost", "when", when, "deposit", deposit)
                : page.text("portal.deposit.later", "when", when, "refund", parted.back());
    }

    private String missed(NoShowPolicy policy, Parted parted) {
        return page.text(
                "portal.deposit.missed",
                "who",
                policy.within() == null ? "come" : "home",
                "how",
                parted.back() == null ? "none" : parted.kept() == null ? "all" : "some",
                "deposit",
                deposit,
                "kept",
                parted.kept() == null ? "" : parted.kept(),
                "refund",
                parted.back() == null ? "" : parted.back());
    }
}
