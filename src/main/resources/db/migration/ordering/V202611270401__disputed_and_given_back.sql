-- While somebody objects, an order remembers what it was: it goes on as that, or is closed.
alter table ordering.orders
    add column disputed_from text check (disputed_from in ('PAID', 'FULFILLED', 'SETTLED')),
    add constraint disputed_from_something check ((state = 'DISPUTED') = (disputed_from is not null));

-- What a merchant gave back of an order without having to, or was decided to go back. Its money is in the ledger; here
-- stands from whose pocket it was, of which lines, and why.
create table ordering.given_back (
    region_id      int not null,
    id             uuid not null,
    order_id       uuid not null,
    cause          text not null check (cause in ('BY_MERCHANT', 'AGREED', 'DECIDED')),
    earned_minor   bigint not null check (earned_minor >= 0),   -- taken back from those who had earned it
    escrow_minor   bigint not null check (escrow_minor >= 0),   -- out of escrow: vouchers are worth that much less
    platform_minor bigint not null check (platform_minor >= 0), -- the platform's own
    units          jsonb not null,                              -- of which lines, and how many of each
    words          text,
    given_by       uuid not null,
    given_at       timestamptz not null,
    primary key (region_id, id),
    foreign key (region_id, order_id) references ordering.orders,
    check (earned_minor + escrow_minor + platform_minor > 0)
);
create index given_back_of_order on ordering.given_back (region_id, order_id, given_at);
