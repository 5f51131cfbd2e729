-- A payment may pay several orders: what each of them gets of it. Refunds of an order come from its share.
create table payment.share (
    region_id    int not null,
    intent_id    uuid not null,
    order_id     uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    primary key (region_id, intent_id, order_id),
    foreign key (region_id, intent_id) references payment.intent
);
create index share_by_order on payment.share (region_id, order_id);

insert into payment.share (region_id, intent_id, order_id, amount_minor)
select region_id, id, order_id, amount_minor from payment.intent;

alter table payment.intent drop column order_id;

-- Nothing goes back for an order that the payment did not pay.
alter table payment.refund add constraint refund_of_a_share
    foreign key (region_id, intent_id, order_id) references payment.share;
create index refund_by_intent on payment.refund (region_id, intent_id);

-- To the minor unit, whoever writes: looked at when the transaction commits, since intent and shares are two tables.
create function payment.shares_add_up() returns trigger language plpgsql as $$
declare
    of_region int := case tg_table_name when 'intent' then new.region_id else coalesce(new.region_id, old.region_id) end;
    of_intent uuid;
begin
    if tg_table_name = 'intent' then
        of_intent := new.id;
    else
        of_intent := coalesce(new.intent_id, old.intent_id);
    end if;
    if (select i.amount_minor from payment.intent i where i.region_id = of_region and i.id = of_intent)
        <> (select coalesce(sum(s.amount_minor), 0) from payment.share s
            where s.region_id = of_region and s.intent_id = of_intent) then
        raise exception 'the shares of payment % do not add up to it', of_intent using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger shares_of_an_intent after insert or update of amount_minor on payment.intent
    deferrable initially deferred for each row execute function payment.shares_add_up();
create constraint trigger shares_of_an_intent after insert or update or delete on payment.share
    deferrable initially deferred for each row execute function payment.shares_add_up();
