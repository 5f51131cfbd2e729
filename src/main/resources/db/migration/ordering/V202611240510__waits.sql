-- Who waits until something that is full becomes free, in the order in which they joined.
create table ordering.wait (
    region_id   int not null,
    id          uuid not null,
    resident_id uuid not null references identity.person,
    place_id    uuid not null,
    offer_id    uuid not null,
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    quantity    int not null check (quantity between 1 and 20),
    joined_at   timestamptz not null,
    state       text not null check (state in ('WAITING', 'OFFERED', 'TAKEN', 'MISSED', 'LEFT', 'OVER')),
    order_id    uuid,
    look_at     timestamptz, -- when it is looked for next
    looks       int not null default 0, -- how often soon
    primary key (region_id, id),
    check (from_at < to_at),
    constraint offered_is_an_order check ((state in ('OFFERED', 'TAKEN', 'MISSED')) = (order_id is not null))
);
create unique index wait_once on ordering.wait (resident_id, offer_id, from_at, to_at, quantity)
    where state in ('WAITING', 'OFFERED');
create index wait_due on ordering.wait (look_at) where state = 'WAITING';
create index wait_of_place on ordering.wait (region_id, place_id, from_at) where state = 'WAITING';
create index wait_over on ordering.wait (to_at) where state = 'WAITING';
create unique index wait_of_order on ordering.wait (region_id, order_id) where order_id is not null;
create index wait_of_resident on ordering.wait (resident_id, joined_at);
