-- The hours of a place are one text in the notation of OpenStreetMap; an empty one is never open.
alter table merchant.place add column hours text not null default '' check (length(hours) <= 500);

-- What the rows said: days with the same times together, each day once.
with day as (
    select region_id, place_id, weekday,
        string_agg(left(opens::text, 5) || '-' || left(closes::text, 5), ',' order by opens) as times
    from merchant.place_hours
    group by region_id, place_id, weekday
), rule as (
    select region_id, place_id, min(weekday) as first,
        string_agg((array['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'])[weekday], ',' order by weekday) || ' ' || times as text
    from day
    group by region_id, place_id, times
), week as (
    select region_id, place_id, string_agg(text, '; ' order by first) as text
    from rule
    group by region_id, place_id
)
update merchant.place p
set hours = week.text
from week
where week.region_id = p.region_id and week.place_id = p.id;

drop table merchant.place_hours;

-- A day on which a holiday, or a make-up workday, is a weekday like any other here.
alter table merchant.day_exception add column as_usual boolean not null default false;
alter table merchant.day_exception add check (opens is null or not as_usual);
