-- Orders of sessions that their place has called off, until each of them is called off too, in a transaction of its own:
-- one that cannot be today is tried again later, and keeps no other back.
create table ordering.call_off (
    region_id integer not null,
    order_id  uuid not null,
    noted_at  timestamptz not null,
    try_at    timestamptz not null,
    tries     integer not null default 0 check (tries >= 0),
    primary key (region_id, order_id),
    foreign key (region_id, order_id) references ordering.orders (region_id, id) on delete cascade
);

create index call_off_due on ordering.call_off (try_at);
