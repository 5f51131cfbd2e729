package org.townloop.loop.payout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Payable;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.ledger.PayoutBook;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.Merchants;

/** What a payee was paid, what is on its way, and what comes next or stands in its way. */
@Component
public class Payouts {

    /** Why nothing is paid yet, the first that has to be mended first. */
    public enum Waits {
        /** Nobody has verified the merchant. */
        NOT_VERIFIED,
        NO_ACCOUNT,
        /** The account took the place of another a short while ago. */
        ACCOUNT_RESTS,
        /** Something came back from the account, and its payee has not said that it is right. */
        ACCOUNT_DOUBTED,
        /** More was taken back than it had. */
        BELOW_ZERO,
        NOTHING_EARNED,
        /** All of it was earned within the hold-back, or somebody objects to it. */
        HELD_BACK,
        BELOW_MINIMUM
    }

    /**
     * How a payee stands now.
     *
     * @param balance what it has; below zero if more was taken back than it had
     * @param payable what of it would be paid if payouts were due today
     * @param next the day on which payouts are due next
     * @param waits why nothing would be paid then as things stand; null if it would
     */
    public record Outlook(
            Money balance,
            Money payable,
            PayoutTerms terms,
            LocalDate next,
            @Nullable Waits waits,
            @Nullable BankAccount account) {}

    private final PayoutRows rows;
    private final BankAccounts accounts;
    private final PayoutSettings settings;
    private final PayoutBook book;
    private final Merchants merchants;
    private final Regions regions;
    private final StandingStill still;
    private final Clock clock;

    Payouts(
            PayoutRows rows,
            BankAccounts accounts,
            PayoutSettings settings,
            PayoutBook book,
            Merchants merchants,
            Regions regions,
            StandingStill still,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.settings = settings;
        this.book = book;
        this.merchants = merchants;
        this.regions = regions;
        this.still = still;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Payout> of(RegionId region, UUID owner, int limit) {
        return rows.ofOwner(region, owner, limit);
    }

    public Outlook outlook(RegionId region, Payee payee) {
        var here = regions.get(region);
        var terms = settings.of(region, payee.owner());
        var today = LocalDate.ofInstant(clock.instant(), here.zone());
        var account = accounts.of(region, payee).orElse(null);
        var earned = book.payables(region, payee, terms.earnedBefore(today, here.zone()), still.in(region)).stream()
                .filter(each ->
                        each.payee().equals(payee) && each.balance().currency().equals(here.currency()))
                .findFirst()
                .orElseGet(() -> new Payable(payee, Money.zero(here.currency()), Money.zero(here.currency())));
        return new Outlook(
                earned.balance(),
                earned.payable(),
                terms,
                terms.cycle().nextDue(today),
                waits(region, payee, account, earned, terms),
                account);
    }

    private @Nullable Waits waits(
            RegionId region, Payee payee, @Nullable BankAccount account, Payable earned, PayoutTerms terms) {
        if (payee instanceof Payee.Merchant(var merchant) && !merchants.payable(new MerchantId(merchant))) {
            return Waits.NOT_VERIFIED;
        }
        if (account == null) {
            return Waits.NO_ACCOUNT;
        }
        if (accounts.isDoubted(account)) {
            return Waits.ACCOUNT_DOUBTED;
        }
        if (accounts.rests(region, account)) {
            return Waits.ACCOUNT_RESTS;
        }
        if (earned.balance().minor() < 0) {
            return Waits.BELOW_ZERO;
        }
        if (!earned.balance().isPositive()) {
            return Waits.NOTHING_EARNED;
        }
        if (!earned.payable().isPositive()) {
            return Waits.HELD_BACK;
        }
        return earned.payable().minor() < terms.minimumMinor() ? Waits.BELOW_MINIMUM : null;
    }
}
