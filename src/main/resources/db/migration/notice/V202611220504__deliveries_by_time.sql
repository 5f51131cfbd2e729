-- The office counts what was sent in the last days.
create index delivery_by_time on notice.delivery (region_id, created_at);
