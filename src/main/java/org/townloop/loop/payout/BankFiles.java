package org.townloop.loop.payout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.kernel.Outcome;

/** The file of a run for the bank: whoever takes it again gets the same, byte for byte. */
@Component
public class BankFiles {

    /** How banks read orders to pay. */
    public enum Format {
        /** ISO 20022, pain.001.001.09. */
        XML,
        CSV
    }

    /** A payout and where it goes. */
    record Transfer(Payout payout, BankAccount account) {}

    private final PayoutRuns runs;
    private final RunRows rows;
    private final BankAccounts accounts;
    private final PayoutSettings settings;
    private final AuditTrail audit;

    BankFiles(PayoutRuns runs, RunRows rows, BankAccounts accounts, PayoutSettings settings, AuditTrail audit) {
        this.runs = runs;
        this.rows = rows;
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * The file of the run.
     *
     * @return refused as DEBTOR_MISSING if nobody has said from whose account it is paid, as ACCOUNTS_FORGOTTEN if it was so long
     *     ago that not all numbers are known any more
     * @throws org.townloop.base.kernel.Absent if there is no such run, or the actor does not pay out there
     */
    public Outcome<byte[]> of(Actor actor, UUID id, Format format) {
        var run = debited(runs.get(actor, id));
        var debtor = run.debtor();
        if (debtor == null) {
            return Outcome.refused(PayoutReason.DEBTOR_MISSING);
        }
        var transfers = transfers(run);
        if (transfers.stream().anyMatch(transfer -> transfer.account().isForgotten())) {
            return Outcome.refused(PayoutReason.ACCOUNTS_FORGOTTEN);
        }
        audit.note(actor.person(), "payout-file-taken", format + " of " + id);
        return Outcome.done(
                switch (format) {
                    case XML -> CreditTransfers.write(run, debtor, transfers);
                    case CSV -> TransferList.write(run, transfers).getBytes(StandardCharsets.UTF_8);
                });
    }

    private PayoutRun debited(PayoutRun run) {
        var debtor = settings.inForce(run.region()).debtor();
        if (run.debtor() != null || debtor == null) {
            return run;
        }
        rows.debit(run.id(), debtor);
        return rows.find(run.id()).orElseThrow();
    }

    private List<Transfer> transfers(PayoutRun run) {
        var payouts = runs.payouts(run);
        var known = accounts.named(payouts);
        return payouts.stream()
                .map(payout -> new Transfer(payout, Objects.requireNonNull(known.get(payout.account()))))
                .toList();
    }
}
