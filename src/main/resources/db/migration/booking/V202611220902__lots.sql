-- What there are only so many of at a moment: the seats of a session, the rooms of a type in a night. The code never takes
-- more than there are; this is the judge beside it.
create table booking.lot (
    region_id  int not null,
    subject_id uuid not null, -- the offer or resource whose they are
    starts_at  timestamptz not null,
    taken      int not null check (taken >= 0),
    capacity   int not null,
    primary key (region_id, subject_id, starts_at),
    constraint never_more_than_the_lot check (taken <= capacity)
);

-- What a line of an order has taken of a lot. A hold expires; a booking does not.
create table booking.lot_claim (
    region_id  int not null,
    order_id   uuid not null,
    line       int not null,
    subject_id uuid not null,
    starts_at  timestamptz not null,
    place_id   uuid not null,
    units      int not null check (units > 0),
    expires_at timestamptz, -- null: booked
    primary key (region_id, order_id, line, subject_id, starts_at),
    foreign key (region_id, subject_id, starts_at) references booking.lot
);
create index lot_claim_by_lot on booking.lot_claim (region_id, subject_id, starts_at);
create index lot_claim_by_place on booking.lot_claim (region_id, place_id, starts_at);
