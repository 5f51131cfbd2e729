-- A gateway would not pay back, and what happens next. Whatever other kinds there are by now stay allowed.
do $$
declare
    allowed text;
begin
    select pg_get_constraintdef(oid) into allowed from pg_constraint where conname = 'notice_kind_check';
    allowed := regexp_replace(allowed, '\]', ', ''REFUND_REFUSED''::text]');
    execute 'alter table notice.notice drop constraint notice_kind_check, add constraint notice_kind_check ' || allowed;
end $$;
