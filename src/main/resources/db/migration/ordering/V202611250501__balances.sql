-- What of an order is paid at its place: total_minor is what is paid through us, and both together are the price.
alter table ordering.orders
    add balance_minor bigint not null default 0 check (balance_minor >= 0),
    add constraint balance_beside_a_deposit check (balance_minor = 0 or (pays = 'ESCROW' and total_minor > 0));

-- That somebody at the place has the balance of an order. What was noted by mistake stays, undone.
create table ordering.balance_receipt (
    region_id    int not null,
    id           uuid not null,
    order_id     uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    means        text not null check (means in ('CASH', 'TERMINAL')),
    noted_by     uuid not null references identity.person,
    noted_at     timestamptz not null,
    undone_by    uuid references identity.person,
    undone_at    timestamptz,
    primary key (region_id, id),
    foreign key (region_id, order_id) references ordering.orders,
    check ((undone_by is null) = (undone_at is null))
);
-- Two tills that note it at once have it once.
create unique index balance_received_once on ordering.balance_receipt (region_id, order_id) where undone_at is null;
create index balance_receipt_of_order on ordering.balance_receipt (region_id, order_id, noted_at);
