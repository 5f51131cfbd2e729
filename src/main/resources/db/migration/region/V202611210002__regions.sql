create schema region;

-- A tree: what is null is inherited from the nearest ancestor that says it.
create table region.region (
    id                    int primary key check (id between 1 and 16777215),
    parent_id             int references region.region,
    kind                  text not null check (kind in ('country', 'province', 'prefecture', 'county')),
    code                  text not null unique,
    name                  jsonb not null,
    zone                  text,
    currency              char(3),
    languages             text[],
    lat                   double precision check (lat between -90 and 90),
    lon                   double precision check (lon between -180 and 180),
    seal                  text check (length(seal) = 1),
    platform_basis_points int check (platform_basis_points between 0 and 10000),
    partner_basis_points  int check (partner_basis_points between 0 and 10000),
    partner_id            uuid,
    check (coalesce(platform_basis_points, 0) + coalesce(partner_basis_points, 0) <= 10000),
    check (parent_id is not null or (zone is not null and currency is not null and languages is not null
        and platform_basis_points is not null and partner_basis_points is not null))
);
create index region_by_parent on region.region (parent_id);

-- What a map of the region shows, and the names people give to spots in it.
create table region.feature (
    region_id int not null references region.region,
    id        int not null,
    kind      text not null check (kind in ('street', 'water', 'green', 'landmark')),
    name      jsonb not null,
    points    double precision[] not null check (cardinality(points) >= 2 and cardinality(points) % 2 = 0), -- lat, lon, lat, lon …
    primary key (region_id, id)
);
