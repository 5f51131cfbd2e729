package org.townloop.loop.payout;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Role;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.ledger.Payee;

/** Where payees are paid: entered by themselves, told to all who run the merchant, written into the audit. */
@Component
public class BankAccounts {

    /** So long nothing is paid to an account that took the place of another: who did not change it has time to say so. */
    public static final Duration REST = Duration.ofHours(24);

    private final BankAccountRows rows;
    private final Gate gate;
    private final People people;
    private final Notices notices;
    private final AuditTrail audit;
    private final Turns turns;
    private final Atomically atomically;
    private final Clock clock;

    BankAccounts(
            BankAccountRows rows,
            Gate gate,
            People people,
            Notices notices,
            AuditTrail audit,
            Turns turns,
            Atomically atomically,
            Clock clock) {
        this.rows = rows;
        this.gate = gate;
        this.people = people;
        this.notices = notices;
        this.audit = audit;
        this.turns = turns;
        this.atomically = atomically;
        this.clock = clock;
    }

    public Optional<BankAccount> of(RegionId region, Payee payee) {
        return rows.current(region, payee.owner());
    }

    /** Whether it is so new in the place of another that nothing is paid to it yet. */
    public boolean rests(RegionId region, BankAccount account) {
        return account.enteredAt().isAfter(clock.instant().minus(REST))
                && rows.isSecond(region, account.payee().owner());
    }

    /**
     * From now on the payee is paid there; what is on its way goes where it was sent. What is the same as before changes
     * nothing and is told to nobody.
     *
     * @throws Absent if the actor is not the payee, nor runs the merchant that is
     */
    public Outcome<BankAccount> enter(Actor actor, RegionId region, Payee payee, NewBankAccount typed) {
        requireOwn(actor, region, payee);
        var refusal = typed.refusal();
        return refusal == null ? atomically.run(() -> entered(actor, region, payee, typed)) : Outcome.refused(refusal);
    }

    private Outcome<BankAccount> entered(Actor actor, RegionId region, Payee payee, NewBankAccount typed) {
        turns.take("bank-account", payee.owner());
        var current = rows.current(region, payee.owner());
        if (current.isPresent() && typed.isSame(current.get())) {
            confirmed(actor, current.get());
            return Outcome.done(current.get());
        }
        var now = clock.instant();
        var account = new BankAccount(
                Ids.next(region, now),
                payee,
                typed.holder().strip(),
                typed.scheme(),
                typed.bareNumber(),
                typed.writtenBank(),
                typed.bareCode(),
                actor.person(),
                now);
        rows.end(region, payee.owner(), now);
        rows.insert(region, account);
        audit.note(actor.person(), "bank-account-entered", BankAccountRows.kind(payee) + " " + payee.owner());
        notices.tell(owners(region, payee).stream()
                .map(person -> notice(person, account))
                .toList());
        return Outcome.done(account);
    }

    /** Whether something came back from there, so that nothing is paid to it until its payee says that it is right. */
    public boolean isDoubted(BankAccount account) {
        return !rows.doubted(List.of(account.id())).isEmpty();
    }

    /** Those of the accounts. */
    public Set<UUID> doubted(Collection<UUID> some) {
        return rows.doubted(some);
    }

    /**
     * The payee says that its account is right although something came back from there: it is paid there again.
     *
     * @throws Absent if the actor is not the payee, nor runs the merchant that is, or there is no account
     */
    public Outcome<BankAccount> confirm(Actor actor, RegionId region, Payee payee) {
        requireOwn(actor, region, payee);
        return atomically.run(() -> {
            turns.take("bank-account", payee.owner());
            var account = of(region, payee).orElseThrow(() -> new Absent("an account of " + payee.owner()));
            confirmed(actor, account);
            return Outcome.done(account);
        });
    }

    private void confirmed(Actor actor, BankAccount account) {
        if (rows.confirm(account, actor.person(), clock.instant())) {
            audit.note(actor.person(), "bank-account-confirmed", account.id().toString());
        }
    }

    /** Partners and merchants have no account but their own. */
    private void requireOwn(Actor actor, RegionId region, Payee payee) {
        switch (payee) {
            case Payee.Merchant(var merchant) -> gate.require(actor, Right.RUN_PLACE, Scope.merchant(region, merchant));
            case Payee.Partner(var person) -> {
                gate.require(actor, Right.OWN, Scope.person(new PersonId(person)));
                if (!actor.grants().stream()
                        .anyMatch(grant ->
                                grant.role() == Role.PARTNER && grant.region().equals(region))) {
                    throw new Absent("a partner of region " + region.number());
                }
            }
        }
    }

    List<PersonId> owners(RegionId region, Payee payee) {
        return switch (payee) {
            case Payee.Merchant(var merchant) -> people.merchantsPeople(region, merchant);
            case Payee.Partner(var person) -> List.of(new PersonId(person));
        };
    }

    private static NewNotice notice(PersonId person, BankAccount account) {
        var path = account.payee() instanceof Payee.Merchant ? "/desk/payouts" : "/account/payouts";
        return new NewNotice(
                person,
                Notice.Kind.BANK_ACCOUNT_CHANGED,
                account.id(),
                Map.of("reason", account.masked(), "path", path));
    }

    /** The accounts to which these payouts went, by their ids. */
    public Map<UUID, BankAccount> named(Collection<Payout> payouts) {
        return rows.get(payouts.stream().map(Payout::account).toList());
    }
}
