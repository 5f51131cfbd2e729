-- The calendar that somebody keeps elsewhere, or that another market keeps of a room: read again and again. Its address
-- is a secret of theirs, and sealed with a key that is not in the database.
create table booking.foreign_calendar (
    region_id     int not null,
    subject_id    uuid not null, -- staff or resource
    place_id      uuid not null,
    sealed        text not null,
    host          text not null,
    added_by      uuid not null references identity.person,
    added_at      timestamptz not null,
    edition       uuid not null, -- of the address: a read of an earlier one writes nothing
    etag          text,
    last_modified text,
    next_read_at  timestamptz, -- null: given up
    read_at       timestamptz not null, -- when it was read well, or had not changed
    tried_at      timestamptz not null, -- when somebody last asked for it
    failing_since timestamptz,
    failures      int not null default 0,
    fault         text,
    fault_facts   jsonb,
    primary key (region_id, subject_id),
    check ((failing_since is null) = (fault is null))
);
create index foreign_calendar_by_place on booking.foreign_calendar (region_id, place_id);
create index foreign_calendar_due on booking.foreign_calendar (next_read_at) where next_read_at is not null;
create index foreign_calendar_by_person on booking.foreign_calendar (added_by);

-- When they are busy, as the calendar said when it was last read well. What it is that they do then is not kept.
create table booking.foreign_time (
    region_id  int not null,
    subject_id uuid not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    place_id   uuid not null,
    primary key (region_id, subject_id, starts_at),
    foreign key (region_id, subject_id) references booking.foreign_calendar on delete cascade,
    check (ends_at > starts_at)
);
create index foreign_time_by_place on booking.foreign_time (region_id, place_id, ends_at);

-- What was booked and is not any more, for as long as calendars that have it may still ask: it is told to them as
-- cancelled. Written by the statement that removes the claim.
create table booking.withdrawn (
    region_id    int not null,
    subject_id   uuid not null,
    order_id     uuid not null, -- or of a session its offer
    line         int not null,
    occurrence   timestamptz not null, -- of a session its beginning, else the epoch
    place_id     uuid not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    withdrawn_at timestamptz not null,
    primary key (region_id, subject_id, order_id, line, occurrence)
);
create index withdrawn_by_age on booking.withdrawn (withdrawn_at);
