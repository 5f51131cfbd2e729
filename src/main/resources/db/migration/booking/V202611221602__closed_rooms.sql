-- Rooms that a place has taken out of sale for some nights: painters, a burst pipe, the owner's aunt. They take their
-- nights from the same lots as guests do (booking.lot_claim, by this id in place of an order's), without any money.
create table booking.closed_rooms (
    region_id   int not null,
    id          uuid not null,
    place_id    uuid not null,
    resource_id uuid not null,
    first_night date not null,
    last_night  date not null check (last_night >= first_night),
    units       int not null check (units > 0),
    why         text not null check (char_length(why) <= 200),
    primary key (region_id, id)
);
create index closed_rooms_by_place on booking.closed_rooms (region_id, place_id, last_night);
