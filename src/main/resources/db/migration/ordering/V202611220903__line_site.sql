-- Where a line is to be done or brought, if not at the place.
alter table ordering.line
    add site jsonb,
    add constraint site_has_a_point check (site is null or site ? 'address' and site -> 'point' ? 'lat');
