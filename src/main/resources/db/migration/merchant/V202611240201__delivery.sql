-- How a place brings what it sells: its windows of the week, how far it goes and for how much. Orders keep what they were
-- sold with, so only what is said now is kept.
create table merchant.delivery (
    region_id  int not null,
    place_id   uuid not null,
    settings   jsonb not null check (jsonb_array_length(settings -> 'windows') <= 60),
    changed_at timestamptz not null,
    primary key (region_id, place_id),
    foreign key (region_id, place_id) references merchant.place
);
