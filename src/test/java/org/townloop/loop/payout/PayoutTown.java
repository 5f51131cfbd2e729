package org.townloop.loop.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Shares;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.ledger.Release;
import org.townloop.supply.TestSalon;

/** Payees with money, in the program that tests share. Others may make runs meanwhile: what counts is what was paid. */
@Component
class PayoutTown {

    static final RegionId REGION = TestSalon.SHANGHAI;

    /** Long before the last Monday, less three days. */
    static final Instant LONG_AGO = TestClock.START.minus(Duration.ofDays(20));

    static final String IBAN = "GB82 WEST 1234 5698 7654 32";

    /** A merchant, and who runs it. */
    record Shop(TestSalon salon, Actor owner) {

        UUID id() {
            return salon.merchant().value();
        }

        Payee payee() {
            return new Payee.Merchant(id());
        }
    }

    private final Ledger ledger;
    private final BankAccounts accounts;
    private final PayoutRuns runs;
    private final Payouts payouts;
    private final People people;
    private final TransactionTemplate transaction;

    PayoutTown(
            Ledger ledger,
            BankAccounts accounts,
            PayoutRuns runs,
            Payouts payouts,
            People people,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.runs = runs;
        this.payouts = payouts;
        this.people = people;
        this.transaction = transaction;
    }

    /** Verified, without an account. */
    Shop shop() {
        var salon = TestSalon.with(1, 1);
        TestTown.jdbc()
                .sql("update merchant.merchant set verified_at = now() where region_id = ? and id = ?")
                .params(REGION.number(), salon.merchant().value())
                .update();
        return new Shop(salon, actor(TestPeople.merchantOf(salon)));
    }

    /** Verified, with an account, and so much earned long ago. */
    Shop shopWith(long minor) {
        var shop = shop();
        earn(shop, minor, LONG_AGO);
        enter(shop);
        return shop;
    }

    Outcome<BankAccount> enter(Shop shop) {
        return accounts.enter(shop.owner(), REGION, shop.payee(), anIban("Tongxin Hair"));
    }

    static NewBankAccount anIban(String holder) {
        return new NewBankAccount(holder, BankAccount.Scheme.IBAN, IBAN, "", "");
    }

    /** All of it the merchant's. */
    UUID earn(Shop shop, long minor, Instant at) {
        var order = Ids.next(REGION, at);
        var amount = Money.of(minor, "CNY");
        transaction.executeWithoutResult(status -> {
            ledger.capture(order, amount, "intent " + order);
            ledger.release(new Release(order, amount, shop.id(), new Shares(0, 0, null), "redemption " + order, at));
        });
        return order;
    }

    /** The payer says to the gateway that it was not so. */
    void objectTo(UUID order, long minor) {
        var intent = Ids.next(REGION, LONG_AGO);
        var chargeback = Ids.next(REGION, LONG_AGO);
        var jdbc = TestTown.jdbc();
        jdbc.sql("""
            with intent as (
                insert into payment.intent (region_id, id, person_id, gateway, amount_minor, currency, return_url, state,
                    created_at, asked_at, closed_at)
                values (?, ?, ?, 'elsewhere', ?, 'CNY', 'http://localhost/', 'CAPTURED', '2026-10-01', '2026-10-01', '2026-10-01')
                returning region_id, id)
            insert into payment.share (region_id, intent_id, order_id, amount_minor)
            select region_id, id, ?, ? from intent
            """)
                .params(REGION.number(), intent, order, minor, order, minor)
                .update();
        jdbc.sql("""
            insert into payment.chargeback (region_id, id, intent_id, gateway, gateway_ref, amount_minor, currency, why, state,
                opened_at, answer_until)
            values (?, ?, ?, 'elsewhere', ?, ?, 'CNY', 'OTHER', 'OPEN', '2026-11-01', '2026-12-20')
            """)
                .params(REGION.number(), chargeback, intent, chargeback.toString(), minor)
                .update();
        jdbc.sql("insert into payment.chargeback_share (region_id, chargeback_id, order_id, amount_minor)"
                        + " values (?, ?, ?, ?)")
                .params(REGION.number(), chargeback, order, minor)
                .update();
    }

    void decideFor(UUID order) {
        TestTown.jdbc().sql("""
            update payment.chargeback set state = 'WON', decided_at = '2026-11-26'
            where id in (select chargeback_id from payment.chargeback_share where order_id = ?)
            """).param(order).update();
    }

    /** Whoever makes the run. */
    void payOut() {
        runs.make(REGION, null);
    }

    List<Payout> of(Shop shop) {
        return payouts.of(REGION, shop.id(), 10);
    }

    long balance(Shop shop) {
        return payouts.outlook(REGION, shop.payee()).balance().minor();
    }

    Actor operator(TestSalon salon) {
        return actor(TestPeople.inRole("OPERATOR", salon));
    }

    Actor actor(TestPeople person) {
        return people.actor(new PersonId(person.id())).orElseThrow();
    }
}
