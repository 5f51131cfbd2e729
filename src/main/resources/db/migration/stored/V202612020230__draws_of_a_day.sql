-- A counter looks at what was drawn today, and undoes of that only.
create index draws_of_a_day on stored.draw (region_id, drawn_at);
