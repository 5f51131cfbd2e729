create schema ordering;

create table ordering.orders (
    region_id       int not null,
    id              uuid not null,
    resident_id     uuid not null references identity.person,
    merchant_id     uuid not null,
    place_id        uuid not null,
    state           text not null check (state in
        ('HELD', 'PAID', 'FULFILLED', 'SETTLED', 'CANCELLED', 'EXPIRED', 'REFUNDED', 'DISPUTED')),
    total_minor     bigint not null check (total_minor >= 0),
    currency        char(3) not null,
    terms           jsonb not null, -- what was agreed when it was sold: cancellation, shares, partner
    hold_expires_at timestamptz not null,
    starts_at       timestamptz,
    created_at      timestamptz not null,
    paid_at         timestamptz,
    fulfilled_at    timestamptz,
    settled_at      timestamptz,
    closed_at       timestamptz, -- cancelled, expired or refunded
    primary key (region_id, id),
    foreign key (region_id, place_id) references merchant.place
);
create index orders_by_resident on ordering.orders (resident_id, created_at desc);
create index orders_by_place on ordering.orders (region_id, place_id, starts_at);
create index orders_held on ordering.orders (hold_expires_at) where state = 'HELD';
create index orders_by_time on ordering.orders (region_id, created_at);

create table ordering.line (
    region_id     int not null,
    order_id      uuid not null,
    line          int not null check (line > 0),
    offer_id      uuid not null,
    offer_version int not null,
    title         jsonb not null,
    quantity      int not null check (quantity between 1 and 20),
    unit_minor    bigint not null check (unit_minor >= 0),
    starts_at     timestamptz,
    ends_at       timestamptz,
    answers       jsonb not null,
    primary key (region_id, order_id, line),
    foreign key (region_id, order_id) references ordering.orders,
    foreign key (region_id, offer_id, offer_version) references offer.version
);
create index line_by_offer on ordering.line (region_id, offer_id);
