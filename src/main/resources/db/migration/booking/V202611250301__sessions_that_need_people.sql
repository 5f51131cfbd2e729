-- Sessions that take place from so many people on, from their first seat that was taken on: what was promised to those who
-- buy, whatever becomes of the offer. A session that is not here takes place, or nobody has a seat of it yet.
create table booking.session (
    region_id  int not null,
    offer_id   uuid not null,
    starts_at  timestamptz not null,
    place_id   uuid not null,
    fewest     int not null check (fewest >= 0),
    decide_at  timestamptz not null,
    state      text not null check (state in ('UNDECIDED', 'CONFIRMED', 'CALLED_OFF')),
    decided_at timestamptz,
    booked     int, -- when it was decided
    primary key (region_id, offer_id, starts_at),
    constraint decided_once_it_is check ((state = 'UNDECIDED') = (decided_at is null)),
    constraint called_off_for_too_few check (state <> 'CALLED_OFF' or booked < fewest)
);
create index session_to_decide on booking.session (decide_at) where state = 'UNDECIDED';
create index session_by_place on booking.session (region_id, place_id, starts_at);
