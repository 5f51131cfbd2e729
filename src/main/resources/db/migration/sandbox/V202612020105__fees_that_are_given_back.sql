-- The fee is given back with what goes back.
alter table sandbox.entry
    drop constraint entry_fee_minor_check,
    add constraint entry_fee_minor_check check (fee_minor >= 0 or kind in ('REFUND', 'DISPUTE'));
