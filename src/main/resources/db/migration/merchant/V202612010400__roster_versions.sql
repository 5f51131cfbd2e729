-- What a place is to whoever books there: its point and hours, its people with their weeks and rotas, its things, the days that
-- differ, how it brings what it sells. Whatever changes one of them gives the place another version in the same transaction, so
-- that what was read beside a version may be kept in memory for as long as the version stands. Triggers see to it, not the
-- program: no writer can forget it, and an import by SQL cannot either.
create table merchant.roster_version (
    region_id int not null,
    place_id  uuid not null,
    version   bigint not null, -- only whether it is the same means something
    primary key (region_id, place_id),
    foreign key (region_id, place_id) references merchant.place on delete cascade
);

-- A number of the sequence, not one more than before: a version that was rolled back is never said again of something else.
create sequence merchant.roster_versions;

insert into merchant.roster_version (region_id, place_id, version)
select region_id, id, nextval('merchant.roster_versions') from merchant.place;

-- Rows of versions are locked in the order of their keys, as whoever changes several places at once locks anything.
create function merchant.roster_of_place_changed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into merchant.roster_version (region_id, place_id, version)
        select region_id, place_id, nextval('merchant.roster_versions')
        from (select distinct region_id, place_id from before order by region_id, place_id) c
        on conflict (region_id, place_id) do update set version = excluded.version;
    end if;
    if tg_op <> 'DELETE' then
        insert into merchant.roster_version (region_id, place_id, version)
        select region_id, place_id, nextval('merchant.roster_versions')
        from (select distinct region_id, place_id from after order by region_id, place_id) c
        on conflict (region_id, place_id) do update set version = excluded.version;
    end if;
    return null;
end $$;

create function merchant.roster_of_staff_changed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into merchant.roster_version (region_id, place_id, version)
        select region_id, place_id, nextval('merchant.roster_versions')
        from (select distinct s.region_id, s.place_id from before b
              join merchant.staff s on s.region_id = b.region_id and s.id = b.staff_id
              order by s.region_id, s.place_id) c
        on conflict (region_id, place_id) do update set version = excluded.version;
    end if;
    if tg_op <> 'DELETE' then
        insert into merchant.roster_version (region_id, place_id, version)
        select region_id, place_id, nextval('merchant.roster_versions')
        from (select distinct s.region_id, s.place_id from after a
              join merchant.staff s on s.region_id = a.region_id and s.id = a.staff_id
              order by s.region_id, s.place_id) c
        on conflict (region_id, place_id) do update set version = excluded.version;
    end if;
    return null;
end $$;

-- Of a place itself only its point and its hours are part of it: it is written for much else.
create function merchant.roster_point_or_hours_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into merchant.roster_version (region_id, place_id, version)
        select region_id, id, nextval('merchant.roster_versions')
        from (select region_id, id from after order by region_id, id) c
        on conflict (region_id, place_id) do update set version = excluded.version;
    else
        insert into merchant.roster_version (region_id, place_id, version)
        select region_id, id, nextval('merchant.roster_versions')
        from (select region_id, id from after a join before b using (region_id, id)
              where (a.lat, a.lon, a.hours) is distinct from (b.lat, b.lon, b.hours)
              order by region_id, id) c
        on conflict (region_id, place_id) do update set version = excluded.version;
    end if;
    return null;
end $$;

create trigger roster_is_new after insert on merchant.place
    referencing new table as after
    for each statement execute function merchant.roster_point_or_hours_changed();
create trigger roster_is_another after update on merchant.place
    referencing old table as before new table as after
    for each statement execute function merchant.roster_point_or_hours_changed();

do $$
declare
    watched record;
begin
    for watched in select * from (values ('staff', 'place'), ('resource', 'place'), ('day_exception', 'place'), ('delivery', 'place'),
        ('staff_hours', 'staff'), ('shift', 'staff')) as t (name, whose) loop
        execute format('create trigger roster_is_more after insert on merchant.%I referencing new table as after '
            'for each statement execute function merchant.roster_of_%s_changed()', watched.name, watched.whose);
        execute format('create trigger roster_is_another after update on merchant.%I '
            'referencing old table as before new table as after '
            'for each statement execute function merchant.roster_of_%s_changed()', watched.name, watched.whose);
        execute format('create trigger roster_is_less after delete on merchant.%I referencing old table as before '
            'for each statement execute function merchant.roster_of_%s_changed()', watched.name, watched.whose);
    end loop;
end $$;
