-- Tables have seats, and stand somewhere: those of one zone can be put together.
alter table merchant.resource
    add column seats int not null default 0 check (seats between 0 and 100),
    add column zone  text check (length(zone) between 1 and 40);
