-- A day of somebody's rota: when they work on it, whatever their usual week says. A row of no length is a day off.
create table merchant.shift (
    region_id int not null,
    staff_id  uuid not null,
    day       date not null,
    opens     int not null check (opens between 0 and 1439),    -- minute of the day
    closes    int not null check (closes between 0 and 2880),   -- minutes from the day's beginning: a night ends after it
    primary key (region_id, staff_id, day, opens),
    foreign key (region_id, staff_id) references merchant.staff,
    check (closes > opens or opens = 0 and closes = 0)
);
