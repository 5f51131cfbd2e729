-- How many somebody has not read stands on each of their pages; what they were ever told is many times that.
create index notice_unread on notice.notice (person_id) where read_at is null;
