-- The holidays that regions live by. A calendar is a code: CN, US, or a region's own.
create table region.holiday (
    calendar   text not null check (calendar ~ '^[A-Z][A-Z0-9-]{1,19}$'),
    day        date not null,
    kind       text not null check (kind in ('HOLIDAY', 'WORKDAY')),
    stands_for int check (stands_for between 1 and 7), -- the weekday that a make-up workday is worked as; 1 is Monday
    name       jsonb not null check (name ? 'en' or name ? 'zh'),
    primary key (calendar, day),
    check (stands_for is null or kind = 'WORKDAY')
);

-- The years of a calendar that are known: a year without a row has not been published, or nobody has entered it.
create table region.holiday_year (
    calendar text not null check (calendar ~ '^[A-Z][A-Z0-9-]{1,19}$'),
    year     int not null check (year between 1900 and 2200),
    source   text not null, -- where it stands, in words
    primary key (calendar, year)
);

-- Null is inherited; 'none' lives by no calendar although the region above does. Regions that were there before live by
-- none until somebody chooses one, so that nothing of their hours changes by itself.
alter table region.region add column calendar text check (calendar ~ '^([A-Z][A-Z0-9-]{1,19}|none)$');
