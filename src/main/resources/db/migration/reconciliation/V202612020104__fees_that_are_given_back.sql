-- Below zero is what a gateway gives back of a fee, with what goes back to the payer.
alter table reconciliation.line
    drop constraint line_fee_minor_check,
    add constraint line_fee_minor_check check (fee_minor >= 0 or kind in ('REFUND', 'DISPUTE'));
