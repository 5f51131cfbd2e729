-- What a version says that is had on a day instead of at a time, and what may be chosen in it.
alter table offer.version
    add daily_capacity int check (daily_capacity between 1 and 10000), -- null: booked at a time
    add window_days    int check (window_days between 1 and 365),
    add last_sale_day  date,
    add blocked_days   date[] not null default '{}',
    add menu           jsonb not null default '[]', -- the courses of a set menu, with their dishes
    add constraint both_or_neither check ((daily_capacity is null) = (window_days is null));
