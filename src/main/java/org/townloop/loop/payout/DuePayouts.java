package org.townloop.loop.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Payable;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.ledger.PayoutBook;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.Merchants;

/**
 * What is due: of each payee that may be paid, what was earned up to its last due day less the hold-back, unless that day
 * was paid for. So a run that is late pays what it would have paid in time.
 */
@Component
class DuePayouts {

    private final BankAccountRows accounts;
    private final PayoutSettings settings;
    private final PayoutRows payouts;
    private final PayoutBook book;
    private final Merchants merchants;
    private final Regions regions;
    private final StandingStill still;

    DuePayouts(
            BankAccountRows accounts,
            PayoutSettings settings,
            PayoutRows payouts,
            PayoutBook book,
            Merchants merchants,
            Regions regions,
            StandingStill still) {
        this.accounts = accounts;
        this.settings = settings;
        this.payouts = payouts;
        this.book = book;
        this.merchants = merchants;
        this.regions = regions;
        this.still = still;
    }

    /** Those of the region at the moment of the run, in the region's currency. */
    List<Payout> in(RegionId region, PayoutRun run) {
        var payees = payees(region, run.madeAt());
        var terms = settings.terms(region, payees.keySet());
        var currency = run.totals().amount().currency();
        var paidFor = payouts.lastDue(region, currency.getCurrencyCode(), payees.keySet());
        var read = new HashMap<Instant, Map<UUID, Payable>>();
        var zone = regions.get(region).zone();
        var due = new ArrayList<Payout>();
        for (var account : payees.values()) {
            var owner = account.payee().owner();
            var term = Objects.requireNonNull(terms.get(owner));
            var day = term.cycle().lastDue(run.executeOn());
            if (day.isAfter(paidFor.getOrDefault(owner, LocalDate.MIN))) {
                var payable = read.computeIfAbsent(
                                term.earnedBefore(day, zone), before -> payables(region, before, currency))
                        .get(owner);
                if (payable != null && payable.payable().minor() >= term.minimumMinor()) {
                    due.add(payout(region, run, account, payable, day));
                }
            }
        }
        return due;
    }

    private Map<UUID, BankAccount> payees(RegionId region, Instant now) {
        var open = accounts.payable(region, now.minus(BankAccounts.REST));
        var verified = verified(open);
        return open.stream()
                .filter(account -> account.payee() instanceof Payee.Partner
                        || verified.contains(account.payee().owner()))
                .collect(Collectors.toMap(account -> account.payee().owner(), Function.identity()));
    }

    private Set<UUID> verified(List<BankAccount> accounts) {
        var ids = accounts.stream()
                .filter(account -> account.payee() instanceof Payee.Merchant)
                .map(account -> new MerchantId(account.payee().owner()))
                .toList();
        return merchants.payable(ids).stream().map(MerchantId::value).collect(Collectors.toSet());
    }

    private Map<UUID, Payable> payables(RegionId region, Instant earnedBefore, Currency currency) {
        return book.payables(region, earnedBefore, still.in(region)).stream()
                .filter(payable -> payable.balance().currency().equals(currency))
                .collect(
                        Collectors.toMap(payable -> payable.payee().owner(), Function.identity(), (one, other) -> one));
    }

    private static Payout payout(RegionId region, PayoutRun run, BankAccount account, Payable payable, LocalDate day) {
        return new Payout(
                Ids.next(region, run.madeAt()),
                run.id(),
                account.payee(),
                payable.payable(),
                day,
                account.id(),
                PayoutState.ON_ITS_WAY,
                run.madeAt(),
                null,
                null,
                null);
    }
}
