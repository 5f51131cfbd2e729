-- What was called off after it was paid. The refund waits for counters that may not know of it yet; a scan that one of
-- them brings in first counts, and the cancellation falls away.
create table ordering.cancellation (
    region_id    int not null,
    order_id     uuid not null,
    place_id     uuid not null,
    requested_at timestamptz not null,
    refund_minor bigint not null check (refund_minor >= 0),
    why          text not null,
    mark         bigint not null, -- counters that know of it have come past this mark of the place
    waits_until  timestamptz not null,
    state        text not null check (state in ('WAITING', 'COMPLETED', 'FALLEN_AWAY')),
    closed_at    timestamptz,
    primary key (region_id, order_id),
    foreign key (region_id, order_id) references ordering.orders,
    check (waits_until >= requested_at),
    check ((state = 'WAITING') = (closed_at is null))
);
create index cancellation_due on ordering.cancellation (waits_until) where state = 'WAITING';
create index cancellation_of_place on ordering.cancellation (region_id, place_id, mark) where state = 'WAITING';
