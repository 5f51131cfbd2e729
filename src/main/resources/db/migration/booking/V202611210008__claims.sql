create schema booking;

-- Locked while a hold chooses staff and resources of a place, so that nobody is refused
-- because two holds reached for the same chair. The judge is the constraint below.
create table booking.calendar (
    region_id int not null,
    place_id  uuid not null,
    primary key (region_id, place_id)
);

-- One member of staff or one resource, taken for a time. A hold expires; a booking does not.
create table booking.claim (
    region_id  int not null,
    subject_id uuid not null, -- staff or resource
    during     tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
    place_id   uuid not null,
    order_id   uuid not null,
    line       int not null,
    kind       text not null check (kind in ('STAFF', 'RESOURCE')),
    expires_at timestamptz, -- null: booked
    check (upper(during) - lower(during) <= interval '2 days'), -- so that a look for overlaps need not look far back
    constraint never_in_two_places_at_once
        exclude using gist (region_id with =, subject_id with =, during with &&)
);
create index claim_by_order on booking.claim (region_id, order_id);
create index claim_by_place on booking.claim (region_id, place_id, lower(during));
