-- More kinds of transfers. Whatever other kinds there are by now stay allowed.
do $$
declare
    allowed text;
begin
    select pg_get_constraintdef(oid) into allowed from pg_constraint where conname = 'transfer_kind_check';
    allowed := regexp_replace(allowed, '\]', ', ''REFUND_PAID_OTHERWISE''::text, ''REFUND_CHARGED_BACK''::text, ''FEE_BACK''::text]');
    execute 'alter table ledger.transfer drop constraint transfer_kind_check, add constraint transfer_kind_check ' || allowed;
end $$;
