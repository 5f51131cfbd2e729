-- By which of its pack's modes an offer is booked, and how it is had in it; an order keeps the version it was sold under.
alter table offer.version
    add mode        text check (mode ~ '^[a-z][a-z0-9-]{1,40}$'),
    add arrangement jsonb check (arrangement ->> 'kind' in
        ('appointment', 'walk-in', 'class', 'table', 'stay', 'home-visit'));

update offer.version
set mode = case when daily_capacity is null then 'appointment' else 'walk-in' end,
    arrangement = case when daily_capacity is null then jsonb_build_object('kind', 'appointment')
        else jsonb_build_object('kind', 'walk-in', 'dailyCapacity', daily_capacity, 'windowDays', window_days,
            'lastSaleDay', last_sale_day, 'blockedDays', to_jsonb(blocked_days)) end;

alter table offer.version
    alter mode set not null,
    alter arrangement set not null,
    drop daily_capacity,
    drop window_days,
    drop last_sale_day,
    drop blocked_days,
    add constraint capacity_of_a_day check (arrangement ->> 'kind' <> 'walk-in'
        or (arrangement ->> 'dailyCapacity')::int between 1 and 10000
            and (arrangement ->> 'windowDays')::int between 1 and 365),
    drop constraint version_duration_minutes_check,
    -- a stay has no length of its own: its nights are counted
    add constraint version_duration_minutes_check check (duration_minutes % 5 = 0
        and duration_minutes between case when arrangement ->> 'kind' = 'stay' then 0 else 5 end and 1440);
