-- Gift vouchers, passes and balances are offers of which nothing is timed, and which no list of offers has.
alter table offer.version
    drop constraint version_arrangement_check,
    add constraint version_arrangement_check check (arrangement ->> 'kind' in
        ('appointment', 'walk-in', 'class', 'table', 'stay', 'home-visit', 'ad', 'ride', 'delivery', 'quote', 'online',
         'stored')),
    drop constraint version_duration_minutes_check,
    add constraint version_duration_minutes_check check (duration_minutes % 5 = 0
        and duration_minutes between
            case when arrangement ->> 'kind' in ('stay', 'ad', 'ride', 'delivery', 'quote', 'online', 'stored') then 0
                else 5 end
            and 1440),
    add constraint a_pass_says_of_what check (arrangement ->> 'kind' <> 'stored'
        or case when arrangement ->> 'kind' = 'stored' then
            (arrangement #>> '{of,value}' is not null) = ((arrangement ->> 'uses') is not null)
            and coalesce((arrangement ->> 'uses')::int between 2 and 100, true)
            and price_minor > 0 end);
