package org.townloop.loop.ledger;

import static org.townloop.loop.ledger.Account.Kind.DISPUTES;
import static org.townloop.loop.ledger.Account.Kind.ESCROW;
import static org.townloop.loop.ledger.Account.Kind.FEES;
import static org.townloop.loop.ledger.Account.Kind.GATEWAY_CLEARING;
import static org.townloop.loop.ledger.Account.Kind.MERCHANT;
import static org.townloop.loop.ledger.Account.Kind.PARTNER;
import static org.townloop.loop.ledger.Account.Kind.PAYOUTS;
import static org.townloop.loop.ledger.Account.Kind.PLATFORM;
import static org.townloop.loop.ledger.Account.Kind.REFERRER;
import static org.townloop.loop.ledger.Account.Kind.REFUNDS_PAYABLE;
import static org.townloop.loop.ledger.Account.Kind.REWARDS;
import static org.townloop.loop.ledger.Account.Kind.STORED_VALUE;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Why money moved from one account to another. This is the chart of accounts: each kind says between which accounts it
 * runs and what it does to its order, and whatever SQL asks about kinds is made from it.
 */
public enum TransferKind {
    /** The resident paid. */
    CAPTURE(GATEWAY_CLEARING, ESCROW, Effect.CAPTURES),
    /** The platform pays a part of the price in the resident's place. */
    COUPON(REWARDS, ESCROW, Effect.CAPTURES),
    /** The resident paid with a gift voucher or a balance. */
    STORED_USED(STORED_VALUE, ESCROW, Effect.CAPTURES),
    /** The merchant's part of what was had. */
    RELEASE(ESCROW, MERCHANT, Effect.RELEASES),
    /** The regional partner's part of it. */
    PARTNER_SHARE(ESCROW, PARTNER, Effect.RELEASES),
    /** The platform's part of it. */
    PLATFORM_SHARE(ESCROW, PLATFORM, Effect.RELEASES),
    /** The part of the person by whose word the resident came. */
    REFERRER_SHARE(ESCROW, REFERRER, Effect.RELEASES),
    /** Given on top of the price, to the merchant alone. */
    TIP(ESCROW, MERCHANT, Effect.RELEASES),
    /** A gift voucher was sold: its price is what it is worth. */
    STORED(ESCROW, STORED_VALUE, Effect.RELEASES),
    /** Taken back from the merchant. */
    CLAW_BACK(MERCHANT, ESCROW, Effect.TAKES_BACK),
    PARTNER_SHARE_BACK(PARTNER, ESCROW, Effect.TAKES_BACK),
    PLATFORM_SHARE_BACK(PLATFORM, ESCROW, Effect.TAKES_BACK),
    REFERRER_SHARE_BACK(REFERRER, ESCROW, Effect.TAKES_BACK),
    /** Promised back to the resident. */
    REFUND(ESCROW, REFUNDS_PAYABLE, Effect.REFUNDS),
    /** The platform has back what it paid of the price. */
    COUPON_BACK(ESCROW, REWARDS, Effect.REFUNDS),
    /** The gift voucher has back what was paid with it. */
    STORED_BACK(ESCROW, STORED_VALUE, Effect.REFUNDS),
    /** Promised to the resident from the platform's own pocket. */
    GOODWILL(PLATFORM, REFUNDS_PAYABLE, Effect.GIVES),
    /** The platform gives it onto the gift voucher with which an order was paid, from its own pocket. */
    STORED_GOODWILL(PLATFORM, STORED_VALUE, Effect.GIVES),
    /** The gateway has paid back what was promised. */
    REFUND_PAID(REFUNDS_PAYABLE, GATEWAY_CLEARING, Effect.PAYS_BACK),
    /** What the gateway would not pay back was paid otherwise. */
    REFUND_PAID_OTHERWISE(REFUNDS_PAYABLE, GATEWAY_CLEARING, Effect.PAYS_BACK),
    /** What was promised the payer has by a chargeback, which the platform bore. */
    REFUND_CHARGED_BACK(REFUNDS_PAYABLE, PLATFORM, Effect.PAYS_BACK),
    /** The gateway has taken a payment back, and it is not decided yet. */
    CHARGEBACK(DISPUTES, GATEWAY_CLEARING, Effect.NONE),
    /** It was decided for us: the gateway has given it again. */
    CHARGEBACK_WON(GATEWAY_CLEARING, DISPUTES, Effect.NONE),
    /** It was decided against us: the order's escrow pays. */
    CHARGEBACK_LOST(ESCROW, DISPUTES, Effect.CHARGES_BACK),
    /** What cannot be had from the order any more: the platform pays. */
    CHARGEBACK_BORNE(PLATFORM, DISPUTES, Effect.NONE),
    /** What a gateway takes for its work. */
    FEE(FEES, GATEWAY_CLEARING, Effect.NONE),
    /** What it gives back of that, because the payment went back. */
    FEE_BACK(GATEWAY_CLEARING, FEES, Effect.NONE),
    /** The platform's part of what the shop took itself. */
    COMMISSION(MERCHANT, PLATFORM, Effect.NONE),
    /** The partner's part of it. */
    PARTNER_COMMISSION(MERCHANT, PARTNER, Effect.NONE),
    COMMISSION_BACK(PLATFORM, MERCHANT, Effect.NONE),
    PARTNER_COMMISSION_BACK(PARTNER, MERCHANT, Effect.NONE),
    /** The platform makes good what was taken back from the merchant and should not have been. */
    MADE_GOOD(PLATFORM, MERCHANT, Effect.NONE),
    /** On its way to the merchant's bank. */
    PAYOUT(MERCHANT, PAYOUTS, Effect.NONE),
    /** On its way to the partner's bank. */
    PARTNER_PAYOUT(PARTNER, PAYOUTS, Effect.NONE),
    /** The bank has paid it. */
    PAYOUT_PAID(PAYOUTS, GATEWAY_CLEARING, Effect.NONE),
    /** The bank has not paid it. */
    PAYOUT_FAILED(PAYOUTS, MERCHANT, Effect.NONE),
    PARTNER_PAYOUT_FAILED(PAYOUTS, PARTNER, Effect.NONE),
    /** The bank had paid it, and it has come back from there. */
    PAYOUT_RETURNED(GATEWAY_CLEARING, MERCHANT, Effect.NONE),
    PARTNER_PAYOUT_RETURNED(GATEWAY_CLEARING, PARTNER, Effect.NONE),
    /** A gift voucher ran out: what is left of it is its merchant's. */
    STORED_EXPIRED(STORED_VALUE, MERCHANT, Effect.NONE);

    private static final Set<Account.Kind> NEVER_BELOW_ZERO = Set.of(STORED_VALUE, PAYOUTS);

    private final Account.Kind debit;
    private final Account.Kind credit;
    private final Effect effect;

    TransferKind(Account.Kind debit, Account.Kind credit, Effect effect) {
        this.debit = debit;
        this.credit = credit;
        this.effect = effect;
    }

    Account.Kind debit() {
        return debit;
    }

    Account.Kind credit() {
        return credit;
    }

    Effect effect() {
        return effect;
    }

    /** Whether it takes only what is there: the account it takes from must not be below zero afterwards. */
    boolean takesWhatIsThere() {
        return NEVER_BELOW_ZERO.contains(debit) || credit == PAYOUTS;
    }

    /** Whether it is about what goes to banks and comes back from them, and not about what is earned. */
    boolean isPayout() {
        return debit == PAYOUTS || credit == PAYOUTS || this == PAYOUT_RETURNED || this == PARTNER_PAYOUT_RETURNED;
    }

    /** Those with one of these effects, as an SQL list: {@code 'CAPTURE', 'COUPON'}. */
    static String with(Effect... effects) {
        return list(kind -> Set.of(effects).contains(kind.effect));
    }

    static String list(Predicate<TransferKind> chosen) {
        return Arrays.stream(values())
                .filter(chosen)
                .map(kind -> "'" + kind + "'")
                .collect(Collectors.joining(", "));
    }

    /** All with their two accounts, as SQL rows: {@code ('CAPTURE', 'GATEWAY_CLEARING', 'ESCROW'), …}. */
    static String rows() {
        return Arrays.stream(values())
                .map(kind -> "('%s', '%s', '%s')".formatted(kind, kind.debit, kind.credit))
                .collect(Collectors.joining(", "));
    }
}
