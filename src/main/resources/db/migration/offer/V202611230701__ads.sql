-- An ad is an offer that is told of and not sold here: nothing of it is timed, and it stands until a day.
alter table offer.version
    drop constraint version_arrangement_check,
    add constraint version_arrangement_check check (arrangement ->> 'kind' in
        ('appointment', 'walk-in', 'class', 'table', 'stay', 'home-visit', 'ad')),
    drop constraint version_duration_minutes_check,
    -- a stay has no length of its own: its nights are counted
    add constraint version_duration_minutes_check check (duration_minutes % 5 = 0
        and duration_minutes between case when arrangement ->> 'kind' in ('stay', 'ad') then 0 else 5 end and 1440);
create index ad_by_last_day on offer.version ((arrangement ->> 'until')) where arrangement ->> 'kind' = 'ad';
