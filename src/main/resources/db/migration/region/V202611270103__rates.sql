-- What of a sale goes to whom: each rate is inherited by itself where it is null. A region that locks its rates says that
-- those below have no others.
alter table region.region
    add column referrer_basis_points int check (referrer_basis_points between 0 and 10000),
    add column rates_locked boolean not null default false;
