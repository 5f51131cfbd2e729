-- Owners and buyers of cards are told of them. Whatever other kinds there are by now stay allowed.
do $$
declare
    allowed text;
begin
    select pg_get_constraintdef(oid) into allowed from pg_constraint where conname = 'notice_kind_check';
    allowed := regexp_replace(allowed, '\]',
        ', ''CARD_BOUGHT''::text, ''CARD_CLAIMED''::text, ''CARD_DRAWN''::text, ''CARD_ENDING''::text, ''CARD_RAN_OUT''::text]');
    execute 'alter table notice.notice drop constraint notice_kind_check, add constraint notice_kind_check ' || allowed;
end $$;
