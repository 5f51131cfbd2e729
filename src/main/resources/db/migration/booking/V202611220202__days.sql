-- How many of an offer are taken on a day. The code never takes more than there are; this is the judge beside it.
create table booking.day_capacity (
    region_id int not null,
    offer_id  uuid not null,
    day       date not null,
    taken     int not null check (taken >= 0),
    capacity  int not null,
    primary key (region_id, offer_id, day),
    constraint never_more_than_there_are check (taken <= capacity)
);

-- The units of a day that an order has taken. A hold expires; a booking does not.
create table booking.day_claim (
    region_id  int not null,
    order_id   uuid not null,
    line       int not null,
    offer_id   uuid not null,
    day        date not null,
    place_id   uuid not null,
    units      int not null check (units > 0),
    expires_at timestamptz, -- null: booked
    primary key (region_id, order_id, line)
);
create index day_claim_by_day on booking.day_claim (region_id, offer_id, day);
create index day_claim_by_place on booking.day_claim (region_id, place_id, day);
