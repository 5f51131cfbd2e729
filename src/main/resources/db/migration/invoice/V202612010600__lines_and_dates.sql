-- When the last number was given: numbers and dates follow each other, whichever process's clock is ahead.
alter table invoice.counter add column last_at timestamptz;
update invoice.counter c set last_at = (
    select max(d.issued_at) from invoice.document d
    where (d.region_id, d.merchant_id, d.kind, d.year) = (c.region_id, c.merchant_id, c.kind, c.year));

create function invoice.dates_follow() returns trigger language plpgsql as $$
begin
    if exists (
        select from invoice.document d
        where (d.region_id, d.merchant_id, d.kind, d.year, d.number)
            = (new.region_id, new.merchant_id, new.kind, new.year, new.number - 1)
            and d.issued_at > new.issued_at) then
        raise exception 'number % of % would be dated before the one before it', new.number, new.year
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger dates_follow before insert on invoice.document for each row execute function invoice.dates_follow();

-- A line is written in the transaction that writes its document, and never afterwards, whatever it comes to.
create function invoice.lines_with_their_document() returns trigger language plpgsql as $$
begin
    if not exists (
        select from invoice.document d
        where (d.region_id, d.id) = (new.region_id, new.document_id) and d.xmin = pg_current_xact_id()::xid) then
        raise exception 'invoice % is issued: write a credit note', new.document_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger lines_with_their_document before insert on invoice.line
    for each row execute function invoice.lines_with_their_document();
