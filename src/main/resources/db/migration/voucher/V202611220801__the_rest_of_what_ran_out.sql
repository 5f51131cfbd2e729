-- A voucher that was used in part may be called off once it has run out: then only the rest of it is revoked.
alter table voucher.voucher
    drop constraint nothing_used_is_withdrawn,
    add constraint used_is_withdrawn_after_its_end check (
        state not in ('WITHDRAWN', 'REVOKED') or units_redeemed = 0 or coalesce(withdrawn_at >= valid_until, false));
