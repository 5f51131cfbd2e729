-- Calendars that have an order are told that it was moved by a number that only grows.
alter table ordering.orders add column moved_at timestamptz;

-- A secret address at which a calendar is read: a resident's own, or that of a place, of who works or what stands there.
-- Only its hash is kept.
create table ordering.calendar_link (
    region_id   int not null,
    owner_id    uuid not null, -- person, place, staff or resource
    kind        text not null check (kind in ('RESIDENT', 'PLACE', 'STAFF', 'RESOURCE')),
    place_id    uuid, -- null for a resident's own
    secret_hash bytea not null unique check (length(secret_hash) = 32),
    language    text not null,
    made_by     uuid not null references identity.person,
    made_at     timestamptz not null,
    primary key (region_id, owner_id),
    check ((kind = 'RESIDENT') = (place_id is null)),
    check (kind <> 'RESIDENT' or made_by = owner_id)
);
create index calendar_link_by_place on ordering.calendar_link (region_id, place_id) where place_id is not null;
create index calendar_link_by_person on ordering.calendar_link (made_by);
