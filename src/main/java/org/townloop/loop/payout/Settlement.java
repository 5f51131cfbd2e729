package org.townloop.loop.payout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.ledger.PayoutBook;

/** What the bank's answer does to payouts, in its transaction: their rows, the books, and who is told. */
@Component
class Settlement {

    private final PayoutRows payouts;
    private final PayoutBook book;
    private final BankAccounts accounts;
    private final Notices notices;

    Settlement(PayoutRows payouts, PayoutBook book, BankAccounts accounts, Notices notices) {
        this.payouts = payouts;
        this.book = book;
        this.accounts = accounts;
        this.notices = notices;
    }

    /** @param failed with the bank's reason */
    void settle(List<Payout> paid, Map<Payout, String> failed, Instant now) {
        if (paid.isEmpty() && failed.isEmpty()) {
            return;
        }
        var ids = new ArrayList<UUID>();
        var failures = new ArrayList<String>();
        paid.forEach(payout -> ids.add(payout.id()));
        failures.addAll(Collections.nCopies(paid.size(), null));
        failed.forEach((payout, why) -> {
            ids.add(payout.id());
            failures.add(why);
        });
        payouts.decide(ids, failures, now);
        book.paid(paid.stream().map(Entries::of).toList());
        book.failed(failed.keySet().stream().map(Entries::of).toList());
        tell(Notice.Kind.PAYOUT_FAILED, failed);
    }

    /**
     * What the bank had paid and has returned: the payees have it again, and the account is to be checked.
     *
     * @param returned with the reason
     */
    void giveBack(Map<Payout, String> returned, Instant now) {
        if (returned.isEmpty()) {
            return;
        }
        payouts.giveBack(returned.keySet().stream().map(Payout::id).toList(), List.copyOf(returned.values()), now);
        book.returned(returned.keySet().stream().map(Entries::of).toList());
        tell(Notice.Kind.PAYOUT_RETURNED, returned);
    }

    private void tell(Notice.Kind kind, Map<Payout, String> reasons) {
        notices.tell(reasons.entrySet().stream()
                .flatMap(entry -> notices(kind, entry.getKey(), entry.getValue()).stream())
                .toList());
    }

    private List<NewNotice> notices(Notice.Kind kind, Payout payout, String why) {
        var path = payout.payee() instanceof Payee.Merchant ? "/desk/payouts" : "/account/payouts";
        Map<String, Object> facts = Map.of(
                "totalMinor",
                payout.amount().minor(),
                "currency",
                payout.amount().currency().getCurrencyCode(),
                "reason",
                why,
                "path",
                path);
        return accounts.owners(RegionId.of(payout.id()), payout.payee()).stream()
                .map(person -> new NewNotice(person, kind, payout.id(), facts))
                .toList();
    }
}
