package org.townloop.loop.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.voucher.EarlierScans;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.SignedScan;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/**
 * What a counter does with tokens. Each unit is redeemed at most once, its redemption makes the visit and releases the
 * escrow, and the same counter and nonce get the same answer however often they ask.
 */
@Component
public class Redemptions {

    private static final Logger LOG = LoggerFactory.getLogger(Redemptions.class);

    private final Workplaces workplaces;
    private final Scans scans;
    private final EarlierScans earlier;
    private final ScanBatches batches;
    private final ScanCombiner combiner;

    Redemptions(Workplaces workplaces, Scans scans, EarlierScans earlier, ScanBatches batches, ScanCombiner combiner) {
        this.workplaces = workplaces;
        this.scans = scans;
        this.earlier = earlier;
        this.batches = batches;
        this.combiner = combiner;
    }

    /**
     * Judges scans of a person, in the order given.
     *
     * @throws Absent if the actor does not redeem at this place
     */
    public Outcome<List<ScanAnswer>> redeem(Actor counter, PlaceId place, List<Scan> items) {
        workplaces.get(counter, Right.REDEEM, place);
        var wrong = ScanCheck.of(items, false);
        return wrong.isPresent()
                ? Outcome.refused(wrong.get())
                : judge(new ScanBatches.From(Scanner.of(place, counter.person()), null, null), items);
    }

    /**
     * Judges one scan of a person at a page, whose form is good for one: gone back to and filled in otherwise, it is
     * refused with {@link CheckoutReason#NONCE_REUSED} rather than answered with the verdict on the first.
     *
     * @throws Absent if the actor does not redeem at this place
     */
    public Outcome<ScanAnswer> redeem(Actor counter, PlaceId place, Scan scan) {
        workplaces.get(counter, Right.REDEEM, place);
        var before = earlier.of(Scanner.of(place, counter.person()), List.of(scan.nonce()))
                .get(scan.nonce());
        var named = scans.read(scan.token(), place).voucher();
        return before != null && !before.asked(scan.units(), named, SignedScan.hashOf(scan.token()))
                ? Outcome.refused(CheckoutReason.NONCE_REUSED)
                : redeem(counter, place, List.of(scan)).map(List::getFirst);
    }

    /**
     * Among those of others, or in a transaction of their own; if that fails, one by one, so that what cannot be judged keeps
     * nothing else back. It is missing from the answers then, and may be sent again.
     *
     * @return refused with {@link CheckoutReason#RUSH} if too many scan at a time, or with {@link
     *     CheckoutReason#DEVICE_REVOKED} if their device was revoked while they stood in line: then nothing was done
     */
    Outcome<List<ScanAnswer>> judge(ScanBatches.From from, List<Scan> items) {
        return combiner.judge(from, items).orElseGet(() -> apart(from, items));
    }

    private Outcome<List<ScanAnswer>> apart(ScanBatches.From from, List<Scan> items) {
        if (items.size() == 1) {
            return batches.judge(from, items);
        }
        try {
            return batches.judge(from, items);
        } catch (RuntimeException e) {
            LOG.warn("a batch of {} scans is judged one by one: {}", items.size(), e.toString());
        }
        var answers = new ArrayList<ScanAnswer>();
        items.forEach(item -> alone(from, item).ifPresent(answers::add));
        return Outcome.done(answers);
    }

    private Optional<ScanAnswer> alone(ScanBatches.From from, Scan item) {
        try {
            return batches.judge(from, List.of(item)) instanceof Outcome.Done<List<ScanAnswer>>(var answers)
                    ? Optional.of(answers.getFirst())
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOG.error(
                    "scan {} at {} cannot be judged",
                    item.nonce(),
                    from.scanner().place(),
                    e);
            return Optional.empty();
        }
    }
}
