-- One more kind of transfer. Whatever other kinds there are by now stay allowed.
do $$
declare
    allowed text;
begin
    select pg_get_constraintdef(oid) into allowed from pg_constraint where conname = 'transfer_kind_check';
    allowed := regexp_replace(allowed, '\]', ', ''STORED_GOODWILL''::text]');
    execute 'alter table ledger.transfer drop constraint transfer_kind_check, add constraint transfer_kind_check ' || allowed;
end $$;
