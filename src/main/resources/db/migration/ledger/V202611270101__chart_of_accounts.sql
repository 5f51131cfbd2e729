-- Which kind runs between which accounts, and what it does to its order, stands in the code (TransferKind); a test
-- holds these lists against it.
alter table ledger.account
    drop constraint account_kind_check,
    add constraint account_kind_check check (kind in
        ('GATEWAY_CLEARING', 'ESCROW', 'REFUNDS_PAYABLE', 'MERCHANT', 'PARTNER', 'PLATFORM', 'REFERRER', 'FEES', 'DISPUTES',
         'REWARDS', 'STORED_VALUE', 'PAYOUTS'));

alter table ledger.transfer
    drop constraint transfer_kind_check,
    add constraint transfer_kind_check check (kind in
        ('CAPTURE', 'COUPON', 'STORED_USED',
         'RELEASE', 'PARTNER_SHARE', 'PLATFORM_SHARE', 'REFERRER_SHARE', 'TIP', 'STORED',
         'CLAW_BACK', 'PARTNER_SHARE_BACK', 'PLATFORM_SHARE_BACK', 'REFERRER_SHARE_BACK',
         'REFUND', 'COUPON_BACK', 'STORED_BACK', 'GOODWILL', 'REFUND_PAID',
         'CHARGEBACK', 'CHARGEBACK_WON', 'CHARGEBACK_LOST', 'CHARGEBACK_BORNE', 'FEE',
         'COMMISSION', 'PARTNER_COMMISSION', 'COMMISSION_BACK', 'PARTNER_COMMISSION_BACK',
         'PAYOUT', 'PARTNER_PAYOUT', 'PAYOUT_PAID', 'PAYOUT_FAILED', 'PARTNER_PAYOUT_FAILED', 'STORED_EXPIRED'));

-- What the platform gave on top, from its own pocket: never out of the order's escrow, so apart from the check.
alter table ledger.order_total
    add column goodwill bigint not null default 0 check (goodwill >= 0);
