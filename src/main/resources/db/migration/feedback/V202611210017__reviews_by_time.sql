-- What neighbours said lately, for the first page of a town.
create index review_by_time on feedback.review (region_id, created_at desc) where text is not null;
