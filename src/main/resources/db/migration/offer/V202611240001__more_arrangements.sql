-- Rides, deliveries, work by a written offer, and what is had online: how long they take is said by the order, if at all.
alter table offer.version
    drop constraint version_arrangement_check,
    add constraint version_arrangement_check check (arrangement ->> 'kind' in
        ('appointment', 'walk-in', 'class', 'table', 'stay', 'home-visit', 'ad', 'ride', 'delivery', 'quote', 'online')),
    drop constraint version_duration_minutes_check,
    add constraint version_duration_minutes_check check (duration_minutes % 5 = 0
        and duration_minutes between
            case when arrangement ->> 'kind' in ('stay', 'ad', 'ride', 'delivery', 'quote', 'online') then 0 else 5 end
            and 1440);
