-- What goes back, and what becomes of disputes. Whatever other kinds there are by now stay allowed.
do $$
declare
    allowed text;
begin
    select pg_get_constraintdef(oid) into allowed from pg_constraint where conname = 'notice_kind_check';
    allowed := regexp_replace(allowed, '\]', ', ''GIVEN_BACK''::text, ''DISPUTE_OPENED''::text, ''DISPUTE_NEWS''::text, '
        || '''DISPUTE_DUE''::text]');
    execute 'alter table notice.notice drop constraint notice_kind_check, add constraint notice_kind_check ' || allowed;
end $$;
