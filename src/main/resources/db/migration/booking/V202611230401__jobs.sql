-- The way that is part of a claim of somebody who travels: it begins so many minutes before the work does.
alter table booking.claim add column way_minutes int not null default 0 check (way_minutes >= 0);

-- Work that is done at a resident's home. Who does it, and from when on they are on their way, its claims say.
create table booking.job (
    region_id   int not null,
    order_id    uuid not null,
    line        int not null,
    place_id    uuid not null,
    resident_id uuid not null,
    lat         double precision, -- the door; both null once the resident was erased
    lon         double precision,
    starts_at   timestamptz not null, -- when they are at the door; it stays as it was promised
    ends_at     timestamptz not null,
    set_out_at  timestamptz, -- when one of them said that they are on their way
    primary key (region_id, order_id, line),
    check ((lat is null) = (lon is null)),
    check (ends_at > starts_at)
);
create index job_by_place on booking.job (region_id, place_id, starts_at);
create index job_by_resident on booking.job (resident_id);
