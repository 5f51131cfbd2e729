-- Paid in escrow, or at the shop: then no money of it passes through the books here.
alter table ordering.orders
    add pays text not null default 'ESCROW' check (pays in ('ESCROW', 'SHOP')),
    add no_show_at timestamptz; -- when it is settled by its policy if nobody came; null: never by itself
create index orders_without_show on ordering.orders (no_show_at) where state = 'PAID' and no_show_at is not null;

-- What the dishes that were chosen cost on top of the price, all units together.
alter table ordering.line add extra_minor bigint not null default 0 check (extra_minor >= 0);

-- An order that staff took for somebody, and the secret in the address by which they pay. Only its hash is kept.
create table ordering.pay_link (
    region_id   int not null,
    order_id    uuid not null,
    secret_hash bytea not null unique check (length(secret_hash) = 32),
    made_by     uuid not null references identity.person,
    made_at     timestamptz not null,
    primary key (region_id, order_id),
    foreign key (region_id, order_id) references ordering.orders
);
