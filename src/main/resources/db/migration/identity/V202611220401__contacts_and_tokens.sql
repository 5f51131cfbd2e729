-- How a person is reached, and by what they sign in. One that was written down for somebody (an order by telephone) is
-- not verified until they enter a code that was sent there.
create table identity.contact (
    person_id   uuid not null references identity.person,
    kind        text not null check (kind in ('PHONE', 'MAIL')),
    value       text not null check (length(value) between 3 and 254),
    verified_at timestamptz,
    created_at  timestamptz not null,
    -- One contact leads to one person: a code says who somebody is.
    primary key (kind, value),
    check (kind <> 'PHONE' or value ~ '^[+][1-9][0-9]{5,14}$'),
    check (kind <> 'MAIL' or (value = lower(value) and value like '%_@_%'))
);
create index contact_by_person on identity.contact (person_id);

-- A token has a name of its own, by which it is listed and revoked, and may be good for one counter only.
alter table identity.token
    add id uuid not null default gen_random_uuid() unique,
    add scope text not null default 'EVERYTHING' check (scope in ('EVERYTHING', 'COUNTER')),
    add region_id int references region.region,
    add merchant_id uuid,
    add place_id uuid,
    add last_used_at timestamptz,
    add constraint counter_has_its_place check (
        case scope
            when 'COUNTER' then region_id is not null and merchant_id is not null and place_id is not null
            else region_id is null and merchant_id is null and place_id is null
        end);
